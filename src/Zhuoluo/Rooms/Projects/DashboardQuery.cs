using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects;

/// <summary>What a leader's page shows of projects: sums from tallies, and the few worst by index. Its cost does not grow with projects.</summary>
internal sealed class DashboardQuery(ZhuoluoContext db, ProgrammesQuery programmes, Kept kept)
{
    private const int Few = 8;
    private const int Days = 400;

    /// <summary>The longest slips of what is not done.</summary>
    public async Task<IReadOnlyList<ProjectLine>> SlipsAsync(CancellationToken cancel) => await kept.GetAsync<IReadOnlyList<ProjectLine>>("project-slips",
        async () => await ProjectLine.From(db.Set<Project>().AsNoTracking().Where(p => p.SlipDays > 0).OrderByDescending(p => p.SlipDays).Take(Few)).ToListAsync(cancel), cancel);

    /// <summary>Projects with a plea that waits; the index holds only those.</summary>
    public async Task<long> AskedAsync(CancellationToken cancel) => await kept.GetAsync("project-asked",
        async () => await db.Set<Plea>().Where(a => a.IsGranted == null).Select(a => a.ProjectId).Distinct().LongCountAsync(cancel), cancel);

    /// <summary>What this person promised and has not done, worst light first.</summary>
    public async Task<IReadOnlyList<ProjectLine>> OwnAsync(long? personId, string name, CancellationToken cancel) => personId is null ? [] : await kept.GetAsync<IReadOnlyList<ProjectLine>>(("project-own", personId),
        async () => await ProjectLine.From(db.Set<Project>().AsNoTracking().Where(p => p.LeaderName == name && p.CompletedOn == null && p.State != ProjectState.Cancelled)
            .OrderByDescending(p => p.Light == ProjectLight.Red).ThenByDescending(p => p.Light == ProjectLight.Yellow).ThenBy(p => p.PlannedFinish).Take(Few)).ToListAsync(cancel), cancel);

    /// <summary>Units by how many projects are red, silent or past their day.</summary>
    public async Task<IReadOnlyList<(Unit? Unit, ProjectSum Sum)>> UnitsAsync(ProjectTallyBy by, OfficesSnapshot offices, Func<ProjectSum, long> count, CancellationToken cancel) =>
        [.. (await programmes.ByAsync(by, 0, cancel)).Where(u => count(u.Sum) > 0).OrderByDescending(u => count(u.Sum)).Take(Few)
            .Select(u => (long.TryParse(u.Key, out var id) ? offices.Unit(id) : null, u.Sum))];

    /// <summary>Lights of the nights that were kept, oldest first, about a month apart.</summary>
    public async Task<IReadOnlyList<LightDay>> TrendAsync(DateOnly today, CancellationToken cancel) => await kept.GetAsync<IReadOnlyList<LightDay>>(("project-trend", today), async () =>
    {
        var from = today.AddDays(-Days);
        var days = await db.Set<LightDay>().AsNoTracking().Where(d => d.On >= from).OrderBy(d => d.On).ToListAsync(cancel);
        var last = days.GroupBy(d => (d.On.Year, d.On.Month)).Select(g => g.Max(d => d.On)).ToHashSet();
        return days.Where(d => last.Contains(d.On)).ToList();
    }, cancel);
}
