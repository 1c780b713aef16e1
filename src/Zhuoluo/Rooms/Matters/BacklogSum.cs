using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters;

/// <summary>A list with its counts, for the list of lists: two queries however many there are.</summary>
internal sealed record BacklogSum(Backlog Backlog, int Total, int Left, int Cleared, int Solved, DateOnly? Oldest)
{
    public static async Task<IReadOnlyList<BacklogSum>> ReadAsync(ZhuoluoContext db, IQueryable<Matter> seen, CancellationToken cancel)
    {
        var lists = await db.Set<Backlog>().OrderByDescending(b => b.OpenedOn).ThenBy(b => b.Code).ToListAsync(cancel);
        var sums = await db.Set<BacklogItem>().Where(i => i.RemovedOn == null)
            .Join(seen.Where(m => !m.IsConfidential), i => i.MatterId, m => m.Id, (i, m) => new { i.BacklogId, i.StartedOn, m.State, m.Outcome, m.IsOpen })
            .GroupBy(x => new { x.BacklogId, x.State, x.Outcome, x.IsOpen })
            .Select(g => new { g.Key.BacklogId, g.Key.State, g.Key.Outcome, g.Key.IsOpen, Count = g.Count(), Oldest = g.Min(x => x.StartedOn) })
            .ToListAsync(cancel);
        return
        [
            .. lists.Select(b =>
            {
                var mine = sums.Where(s => s.BacklogId == b.Id).ToList();
                return new BacklogSum(b, mine.Sum(s => s.Count), mine.Where(s => s.IsOpen).Sum(s => s.Count),
                    mine.Where(s => s.State == MatterState.Closed).Sum(s => s.Count),
                    mine.Where(s => s.State == MatterState.Closed && s.Outcome == MatterOutcome.Solved).Sum(s => s.Count),
                    mine.Where(s => s.IsOpen).Select(s => (DateOnly?)s.Oldest).Min());
            }),
        ];
    }
}
