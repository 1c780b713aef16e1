using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Rooms.Projects.Elements;
using Zhuoluo.Rooms.Projects.Lights;

namespace Zhuoluo.Rooms.Projects.Detail;

/// <summary>Everything that a project's page shows; the same number of queries for each.</summary>
internal sealed class ProjectStory
{
    public required ProjectFile File { get; init; }
    public required IReadOnlyList<Programme> Programmes { get; init; }
    public required IReadOnlyList<long> Assisting { get; init; }
    public required IReadOnlyList<Progress> Progress { get; init; }
    public required IReadOnlyList<LightChange> Lights { get; init; }
    public required IReadOnlyList<ProjectStep> Steps { get; init; }

    /// <summary>Matters that it answers and the viewer may see.</summary>
    public required IReadOnlyList<MatterTied> Matters { get; init; }
    public required int MattersTied { get; init; }

    /// <summary>What it needs from others, open ones first.</summary>
    public required IReadOnlyList<ElementNeed> Needs { get; init; }

    /// <summary>Agreements that landed as it.</summary>
    public required IReadOnlyList<string> Agreements { get; init; }

    public Project Project => File.Project;
    public IEnumerable<Progress> ProgressNow => Progress.Where(p => p.SupersededAt is null);

    /// <summary>Points of a hundred that should be done today.</summary>
    public decimal PlannedPercent(DateOnly today) =>
        PlannedProgress.On(Project.PlannedStart, Project.PlannedFinish, [.. File.Nodes.Select(n => (n.PlannedOn, n.Weight))], today);

    /// <summary>Periods that are over and of which nothing was told, oldest first; shown as missing, never as zero.</summary>
    public IReadOnlyList<DateOnly> Missing(DateOnly today)
    {
        var period = File.Home?.Period ?? ReportPeriod.Month;
        if (Project.StartedOn is not { } started)
        {
            return [];
        }
        var end = Project.CompletedOn ?? today;
        var told = ProgressNow.Select(p => p.Period).ToHashSet();
        var missing = new List<DateOnly>();
        // What was taken over from an office's list owes nothing for the time before this house knew of it.
        var known = Steps.Count > 0 ? LocalDay.Of(Steps[^1].At) : started;
        for (var first = Periods.Of(known > started ? known : started, period); Periods.Last(first, period) < end && missing.Count < MostMissing; first = Periods.Next(first, period))
        {
            if (!told.Contains(first))
            {
                missing.Add(first);
            }
        }
        return missing;
    }

    private const int MostMissing = 60;

    public static async Task<ProjectStory?> ReadAsync(ZhuoluoContext db, OfficesSnapshot offices, IQueryable<Matter> seen, string number, CancellationToken cancel)
    {
        var id = await db.Set<Project>().Where(p => p.Number == number).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel);
        if (id is not { } known || await ProjectFiles.LoadAsync(db, offices, known, null, cancel) is not { } file)
        {
            return null;
        }
        var lists = file.Listings.Select(l => l.ProgrammeId).ToList();
        return new ProjectStory
        {
            File = file,
            Programmes = await db.Set<Programme>().AsNoTracking().Where(p => lists.Contains(p.Id)).ToListAsync(cancel),
            Assisting = await db.Set<Assisting>().AsNoTracking().Where(a => a.ProjectId == known).Select(a => a.UnitId).ToListAsync(cancel),
            Progress = await db.Set<Progress>().AsNoTracking().Where(p => p.ProjectId == known).OrderByDescending(p => p.Period).ThenByDescending(p => p.Id).ToListAsync(cancel),
            Lights = await db.Set<LightChange>().AsNoTracking().Where(l => l.ProjectId == known).OrderByDescending(l => l.Id).ToListAsync(cancel),
            Steps = await db.Set<ProjectStep>().AsNoTracking().Where(s => s.ProjectId == known).OrderByDescending(s => s.Id).ToListAsync(cancel),
            Matters = await db.Set<ProjectMatter>().AsNoTracking().Where(l => l.ProjectId == known)
                .Join(seen, l => l.MatterId, m => m.Id, (l, m) => new MatterTied(m.Number, m.Title, m.State, m.Outcome, l.ToldAt, l.Agrees)).ToListAsync(cancel),
            MattersTied = await db.Set<ProjectMatter>().CountAsync(l => l.ProjectId == known, cancel),
            Needs = await new NeedsQuery(db).OfAsync(known, cancel),
            Agreements = await db.Set<Agreement>().Where(a => a.ProjectId == known).OrderBy(a => a.Id).Select(a => a.Number).ToListAsync(cancel),
        };
    }
}

/// <summary>A matter that a project answers.</summary>
internal sealed record MatterTied(string Number, string Title, MatterState State, MatterOutcome Outcome, DateTimeOffset? ToldAt, bool? Agrees);
