using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The door to counts: sums of tallies, at a cost that does not grow with the number of matters.</summary>
internal static class Tallies
{
    /// <summary>Counts broken down by <paramref name="by"/>; confidential matters are only in <see cref="TallyBy.All"/>.</summary>
    public static async Task<IReadOnlyList<Count>> CountAsync(this ZhuoluoContext db, TallyBy by, TallyFilter filter, CancellationToken cancel)
    {
        var tallies = db.Set<Tally>().Where(t => t.By == by && t.Count != 0);
        if (filter.DriveId is { } drive)
        {
            tallies = tallies.Where(t => t.DriveId == drive);
        }
        if (filter.FromMonth is { } from)
        {
            tallies = tallies.Where(t => t.Month >= from);
        }
        if (filter.ToMonth is { } to)
        {
            tallies = tallies.Where(t => t.Month <= to);
        }
        if (filter.State is { } state)
        {
            tallies = tallies.Where(t => t.State == state);
        }
        return await tallies.GroupBy(t => new { t.Key, t.State, t.Outcome })
            .Select(g => new Count(g.Key.Key, g.Key.State, g.Key.Outcome, g.Sum(t => t.Count)))
            .ToListAsync(cancel);
    }
}

/// <param name="DriveId">One drive; 0 for matters without one; null for all.</param>
/// <param name="FromMonth">First month of opening, as yyyymm.</param>
/// <param name="ToMonth">Last month of opening.</param>
/// <param name="State">One state.</param>
internal sealed record TallyFilter(long? DriveId = null, int? FromMonth = null, int? ToMonth = null, MatterState? State = null);

/// <param name="Key">As in <see cref="Tally.Key"/>.</param>
/// <param name="State">Where they stand.</param>
/// <param name="Outcome">What came of them.</param>
/// <param name="Number">How many.</param>
internal sealed record Count(string Key, MatterState State, MatterOutcome Outcome, long Number);
