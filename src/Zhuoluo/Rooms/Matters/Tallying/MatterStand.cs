using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Tallying;

/// <summary>How some matters stand in the tallies if they are counted now, read from their own rows. Follower, rebuilding and checking all read them here.</summary>
internal sealed record MatterStand(IReadOnlyList<TallyMark> Marks, IReadOnlyList<HeldMark> Held)
{
    public static async Task<MatterStand> ReadAsync(ZhuoluoContext db, IReadOnlyList<Matter> matters, CancellationToken cancel)
    {
        var ids = matters.Select(m => m.Id).ToList();
        var clocks = (await db.Set<Clock>().AsNoTracking().Where(c => ids.Contains(c.MatterId)).ToListAsync(cancel)).ToLookup(c => c.MatterId);
        // A matter without a clock is of a ledger taken over: nothing that was held of it is counted.
        var timed = matters.Where(m => clocks.Contains(m.Id) && !m.IsConfidential).Select(m => m.Id).ToList();
        var holdings = timed.Count == 0 ? Enumerable.Empty<Holding>().ToLookup(h => h.MatterId)
            : (await db.Set<Holding>().AsNoTracking().Where(h => timed.Contains(h.MatterId) && h.To != null).ToListAsync(cancel)).ToLookup(h => h.MatterId);
        return new MatterStand(
            [.. matters.Select(m => TallyKeys.MarkOf(m, clocks[m.Id]))],
            [.. matters.SelectMany(m => TallyKeys.HeldOf(m, clocks[m.Id], holdings[m.Id]))]);
    }
}
