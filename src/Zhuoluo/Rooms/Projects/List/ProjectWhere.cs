using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.List;

/// <summary>A filter as a query. Counts and lists come from here and nowhere else, so that a number and what it opens agree.</summary>
internal static class ProjectWhere
{
    public static IQueryable<Project> Matching(this ZhuoluoContext db, ProjectFilter filter, OfficesSnapshot offices, DateOnly today)
    {
        var projects = db.Set<Project>().AsNoTracking();
        if (filter.Programme is { } code)
        {
            projects = projects.Where(p => db.Set<Listing>().Any(l => l.ProjectId == p.Id && l.RemovedOn == null && db.Set<Programme>().Any(g => g.Id == l.ProgrammeId && g.Code == code)));
        }
        if (filter.Unit is { } unit)
        {
            List<long> units = offices.UnitByCode(unit) is not { } top ? [] : filter.IsExact ? [top.Id] : offices.Subtree(top).Select(u => u.Id).ToList();
            projects = projects.Where(p => units.Contains(p.LeadUnitId));
        }
        if (filter.State is { } state)
        {
            projects = projects.Where(p => p.State == state);
        }
        if (filter.Stage is { } stage)
        {
            var states = Enum.GetValues<ProjectState>().Where(s => In(s, stage)).ToList();
            projects = projects.Where(p => states.Contains(p.State));
        }
        if (filter.Light is { } light)
        {
            projects = projects.Where(p => p.Light == light);
        }
        if (filter.Cause is { } cause)
        {
            projects = projects.Where(p => (p.Causes & cause) != 0);
        }
        return Rest(projects, filter, db, today);
    }

    public static bool In(ProjectState state, ProjectStage stage) => stage switch
    {
        ProjectStage.Library => state is ProjectState.Candidate or ProjectState.Screened,
        ProjectStage.UnderWay => state.IsUnderWay() || state == ProjectState.Paused,
        ProjectStage.Done => state.IsDone(),
        ProjectStage.Closed => state.IsClosed(),
        ProjectStage.Led => state is not (ProjectState.Cancelled or ProjectState.NotEntered),
        _ => state.IsPromised(),
    };

    private static IQueryable<Project> Rest(IQueryable<Project> projects, ProjectFilter filter, ZhuoluoContext db, DateOnly today)
    {
        projects = filter.Punctuality switch
        {
            Punctuality.Open => projects.Where(p => p.CompletedOn == null),
            Punctuality.Early => projects.Where(p => p.CompletedOn < p.FirstFinish),
            Punctuality.OnTime => projects.Where(p => p.CompletedOn == p.FirstFinish),
            Punctuality.Late => projects.Where(p => p.CompletedOn > p.FirstFinish),
            _ => projects,
        };
        if (filter.Field is { } field)
        {
            projects = projects.Where(p => p.FieldCode == field);
        }
        if (filter.Town is { } town)
        {
            projects = projects.Where(p => p.PlaceCode.StartsWith(town));
        }
        if (filter.Leader is { } leader)
        {
            projects = projects.Where(p => p.LeaderName == leader);
        }
        if (filter.Year is { } year)
        {
            projects = projects.Where(p => p.Year == year);
        }
        if (filter.Words is { } words)
        {
            projects = projects.Where(p => p.Name.Contains(words) || p.Number.StartsWith(words));
        }
        return Trait(projects, filter.Is, db, today);
    }

    private static IQueryable<Project> Trait(IQueryable<Project> projects, ProjectIs? trait, ZhuoluoContext db, DateOnly today) => trait switch
    {
        ProjectIs.Silent => projects.Where(p => (p.Causes & LightCause.Silence) != 0),
        ProjectIs.Slipped => projects.Where(p => p.PlannedFinish > p.FirstFinish),
        ProjectIs.WithoutLeader => projects.Where(p => p.LeaderName == null),
        ProjectIs.WithoutMatters => projects.Where(p => !db.Set<ProjectMatter>().Any(l => l.ProjectId == p.Id)),
        ProjectIs.Breakthrough => projects.Where(p => p.IsBreakthrough),
        ProjectIs.Objected => projects.Where(p => p.OpenObjections > 0),
        ProjectIs.Asked => projects.Where(p => db.Set<Plea>().Any(a => a.ProjectId == p.Id && a.IsGranted == null)),
        ProjectIs.Overdue => projects.Where(p => p.PlannedFinish < today && (p.State == ProjectState.Listed || p.State == ProjectState.Started || p.State == ProjectState.PartBuilt || p.State == ProjectState.Paused)),
        ProjectIs.Disagreed => projects.Where(p => db.Set<ProjectMatter>().Any(l => l.ProjectId == p.Id && l.Agrees == false)),
        ProjectIs.StartedEver => projects.Where(p => p.StartedOn != null),
        ProjectIs.BuiltEver => projects.Where(p => p.PartBuiltOn != null || p.CompletedOn != null),
        _ => projects,
    };
}
