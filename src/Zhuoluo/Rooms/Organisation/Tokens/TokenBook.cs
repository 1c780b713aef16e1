using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.Tokens;

/// <summary>
/// The tokens that open something, in memory until the room's version moves on: a request with a token costs no query, and a revoked
/// token is over at once on this node and within two seconds on the others.
/// </summary>
internal sealed class TokenBook(IDbContextFactory<ZhuoluoContext> reads, Offices offices, Writer writer)
{
    private readonly ConcurrentDictionary<long, DateOnly> _noted = new();
    private volatile Sheet? _sheet;

    /// <summary>The valid token with this secret, or null.</summary>
    public async ValueTask<AccessToken?> FindAsync(string secret, DateTimeOffset at, CancellationToken cancel)
    {
        if (!TokenSecret.HasShape(secret))
        {
            return null;
        }
        var version = offices.Current.Version;
        if (_sheet is not { } sheet || sheet.Version != version)
        {
            _sheet = sheet = await LoadAsync(version, cancel);
        }
        var hash = TokenSecret.HashOf(secret);
        return sheet.ByHash.TryGetValue(Convert.ToHexString(hash), out var token) && CryptographicOperations.FixedTimeEquals(token.Hash, hash)
            && token.IsValidOn(LocalDay.Of(at)) ? token : null;
    }

    /// <summary>Remembers the day of use; writes once a day.</summary>
    public async Task NoteUseAsync(AccessToken token, Act act, CancellationToken cancel)
    {
        var today = LocalDay.Of(act.At);
        if (token.LastUsedOn == today || (_noted.TryGetValue(token.Id, out var noted) && noted == today))
        {
            return;
        }
        _noted[token.Id] = today;
        await writer.WriteAsync<Done>(act, async work =>
        {
            await work.Db.Set<AccessToken>().Where(t => t.Id == token.Id)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedOn, today), cancel);
            return Done.Value;
        }, cancel);
    }

    private async Task<Sheet> LoadAsync(long version, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var live = await db.Set<AccessToken>().Where(t => t.RevokedAt == null).ToListAsync(cancel);
        return new Sheet(version, live.ToFrozenDictionary(t => Convert.ToHexString(t.Hash), StringComparer.Ordinal));
    }

    private sealed record Sheet(long Version, FrozenDictionary<string, AccessToken> ByHash);
}
