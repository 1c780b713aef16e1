using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Hotspots;

/// <summary>A place and a topic of the month: how many tickets, how many matters of their own, and who has it.</summary>
/// <param name="TownCode">Where.</param>
/// <param name="CategoryCode">The topic.</param>
/// <param name="Tickets">件: everything that came in.</param>
/// <param name="Matters">事: without what is handled under a main matter or repeats an earlier one (rules A5.2).</param>
/// <param name="Given">Owner and plan, when there are.</param>
internal sealed record HotspotLine(string TownCode, string CategoryCode, long Tickets, long Matters, Hotspot? Given);

/// <summary>The most frequent places and topics of a month, from the records that the viewer may see: two queries.</summary>
internal sealed class HotspotQuery(ZhuoluoContext db)
{
    public const int Fewest = 3;
    private const int Most = 60;

    public async Task<IReadOnlyList<HotspotLine>> ReadAsync(YearMonth month, Viewer viewer, CancellationToken cancel)
    {
        var (first, last, stored) = (month.First, month.Last, month.Stored);
        var groups = await viewer.Sight.Seen(db)
            .Where(m => m.OpenedOn >= first && m.OpenedOn <= last && !m.IsConfidential && m.CategoryCode != null)
            .GroupBy(m => new { m.TownCode, m.CategoryCode })
            .Select(g => new { g.Key.TownCode, g.Key.CategoryCode, Tickets = g.LongCount(), Matters = g.LongCount(m => m.MainMatterId == null && m.RepeatOfId == null) })
            .Where(g => g.Tickets >= Fewest).OrderByDescending(g => g.Tickets).ThenBy(g => g.TownCode).ThenBy(g => g.CategoryCode).Take(Most)
            .ToListAsync(cancel);
        var given = await db.Set<Hotspot>().Where(h => h.Month == stored).ToListAsync(cancel);
        return [.. groups.Select(g => new HotspotLine(g.TownCode, g.CategoryCode!, g.Tickets, g.Matters, given.Find(h => h.TownCode == g.TownCode && h.CategoryCode == g.CategoryCode)))];
    }
}
