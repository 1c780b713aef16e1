using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Data;

/// <summary>
/// Small tables of a room held in memory, replaced when the room's version row has moved on. The handlers of the room refresh it
/// before they answer; other nodes look from time to time.
/// </summary>
internal abstract class Snapshot<T>(IDbContextFactory<ZhuoluoContext> reads)
    where T : class
{
    private readonly Lock _loading = new();
    private volatile Held? _held;

    public T Current
    {
        get
        {
            if (_held is { } held)
            {
                return held.Value;
            }
            lock (_loading)
            {
                return (_held ??= Load()).Value;
            }
        }
    }

    /// <summary>Takes in what was committed since; one small query when nothing was.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var version = await Version(db).SingleAsync(cancel);
        if (_held is { } held && held.Version >= version)
        {
            return;
        }
        lock (_loading)
        {
            if (_held is null || _held.Version < version)
            {
                _held = Load();
            }
        }
    }

    /// <summary>The one row that every change of these tables raises, in the same transaction.</summary>
    protected abstract IQueryable<long> Version(ZhuoluoContext db);

    protected abstract T Load(ZhuoluoContext db, long version);

    // The version is read first: a change in between is then loaded under the older number and loaded once more, never missed.
    private Held Load()
    {
        using var db = reads.CreateDbContext();
        var version = Version(db).Single();
        return new Held(version, Load(db, version));
    }

    private sealed record Held(long Version, T Value);
}
