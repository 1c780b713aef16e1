using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.List;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Lists and counts of projects. A page of a list is two queries, a count is one; both are kept until something is committed.</summary>
internal sealed class ProjectListQuery(ZhuoluoContext db, Offices offices, Kept kept)
{
    public const int PageSize = 25;

    public async Task<Paged<ProjectLine>> PageAsync(ProjectFilter filter, DateOnly today, CancellationToken cancel) =>
        await kept.GetAsync((filter, offices.Current.Version, Day(filter, today)), () => ReadAsync(filter, today, cancel), cancel);

    public Task<List<ProjectLine>> FirstAsync(ProjectFilter filter, int most, DateOnly today, CancellationToken cancel) =>
        ProjectLine.From(Ordered(filter, today).Take(most)).ToListAsync(cancel);

    public IAsyncEnumerable<ProjectLine> AllAsync(ProjectFilter filter, DateOnly today) => ProjectLine.From(Ordered(filter, today)).AsAsyncEnumerable();

    public Task<long> CountAsync(ProjectFilter filter, DateOnly today, CancellationToken cancel) => db.Matching(filter, offices.Current, today).LongCountAsync(cancel);

    private async Task<Paged<ProjectLine>> ReadAsync(ProjectFilter filter, DateOnly today, CancellationToken cancel)
    {
        var total = await CountAsync(filter, today, cancel);
        var number = (int)Math.Min(filter.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await ProjectLine.From(Ordered(filter, today).Skip((number - 1) * PageSize).Take(PageSize)).ToListAsync(cancel);
        return new Paged<ProjectLine>(rows, total, number, PageSize);
    }

    // What is worst stands first: red before yellow, then by the day promised.
    private IQueryable<Project> Ordered(ProjectFilter filter, DateOnly today)
    {
        var projects = db.Matching(filter, offices.Current, today);
        return filter.Light is ProjectLight.Red or ProjectLight.Yellow ? projects.OrderBy(p => p.PlannedFinish).ThenBy(p => p.Id) : projects.OrderByDescending(p => p.Id);
    }

    // Only one trait depends on the day.
    private static DateOnly? Day(ProjectFilter filter, DateOnly today) => filter.Is == ProjectIs.Overdue ? today : null;
}
