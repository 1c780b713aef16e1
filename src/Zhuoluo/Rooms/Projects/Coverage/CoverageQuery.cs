using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Projects.Coverage;

/// <summary>
/// Coverage both ways (row E01) over one problem list: a drive's matters. Each problem belongs to a project, or was answered without one, or
/// waits for either; and which projects of the year answer no problem at all.
/// </summary>
internal sealed class CoverageQuery(ZhuoluoContext db)
{
    private const int Most = 50;

    public async Task<CoverageSum> SumAsync(IQueryable<Matter> seen, long driveId, CancellationToken cancel)
    {
        var problems = seen.Where(m => m.DriveId == driveId && !m.IsConfidential);
        var counts = await problems.Select(m => new { Tied = db.Set<ProjectMatter>().Any(l => l.MatterId == m.Id), m.IsOpen })
            .GroupBy(x => new { x.Tied, x.IsOpen }).Select(g => new { g.Key.Tied, g.Key.IsOpen, Count = g.LongCount() }).ToListAsync(cancel);
        return new CoverageSum(
            counts.Sum(c => c.Count),
            counts.Where(c => c.Tied).Sum(c => c.Count),
            counts.Where(c => c is { Tied: false, IsOpen: false }).Sum(c => c.Count),
            counts.Where(c => c is { Tied: false, IsOpen: true }).Sum(c => c.Count));
    }

    /// <summary>The oldest problems that wait for a project or an answer.</summary>
    public Task<List<UncoveredMatter>> WaitingAsync(IQueryable<Matter> seen, long driveId, CancellationToken cancel) =>
        seen.Where(m => m.DriveId == driveId && !m.IsConfidential && m.IsOpen && !db.Set<ProjectMatter>().Any(l => l.MatterId == m.Id))
            .OrderBy(m => m.Id).Take(Most).Select(m => new UncoveredMatter(m.Number, m.Title, m.LeadUnitId, m.OpenedOn)).ToListAsync(cancel);
}

/// <param name="Total">Problems of the list.</param>
/// <param name="Tied">Answered by a project.</param>
/// <param name="Answered">Closed without one.</param>
/// <param name="Waiting">Neither.</param>
internal sealed record CoverageSum(long Total, long Tied, long Answered, long Waiting);

internal sealed record UncoveredMatter(string Number, string Title, long? LeadUnitId, DateOnly OpenedOn);
