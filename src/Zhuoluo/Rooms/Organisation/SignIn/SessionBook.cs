using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.SignIn;

/// <summary>
/// Which sessions have ended before their time, in memory: a request asks no database. A session ended here is over with the next
/// request, one ended on another node within two seconds (<see cref="OfficesWatch"/>).
/// </summary>
internal sealed class SessionBook(IDbContextFactory<ZhuoluoContext> reads, ActFactory acts) : IDisposable
{
    /// <summary>Whatever is done with it, a session lasts no longer; what ended before need not be remembered.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _ended = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private long _turn = -1;

    public void Dispose() => _one.Dispose();

    public async ValueTask<bool> IsEndedAsync(long id, CancellationToken cancel)
    {
        if (Interlocked.Read(ref _turn) < 0)
        {
            await RefreshAsync(cancel);
        }
        return _ended.ContainsKey(id);
    }

    /// <summary>Takes in what ended since; one small query when nothing did.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await using var db = await reads.CreateDbContextAsync(cancel);
            var turn = await db.Set<SessionTurn>().Select(t => t.Number).SingleAsync(cancel);
            var known = Interlocked.Read(ref _turn);
            if (turn <= known)
            {
                return;
            }
            var since = acts.Now - Longest;
            foreach (var ended in await db.Set<StaffSession>().Where(s => s.EndedTurn > known && s.EndedAt >= since)
                .Select(s => new { s.Id, At = s.EndedAt!.Value }).ToListAsync(cancel))
            {
                _ended[ended.Id] = ended.At;
            }
            foreach (var old in _ended.Where(e => e.Value < since).ToList())
            {
                _ended.TryRemove(old);
            }
            Interlocked.Exchange(ref _turn, turn);
        }
        finally
        {
            _one.Release();
        }
    }
}
