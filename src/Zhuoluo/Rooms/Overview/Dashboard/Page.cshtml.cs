using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Charts;

namespace Zhuoluo.Rooms.Overview.Dashboard;

/// <summary>What is late and who has it; every number opens its records. Reads tallies, so it costs the same for ten projects and for a hundred thousand.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class DashboardPage(DashboardQuery query, ProgrammesQuery programmes, OpenDecisionsQuery decisions, TownMaps maps, ZhuoluoContext db, Kept kept, Offices offices, Texts texts) : PageModel
{
    private const int MostLists = 8;
    public const int MostUnits = 8;

    public ProjectSum Overall { get; private set; } = ProjectSum.None;
    public IReadOnlyList<(Programme Programme, ProjectSum Sum)> Lists { get; private set; } = [];
    public IReadOnlyList<Mark> RedUnits { get; private set; } = [];
    public IReadOnlyList<Mark> SilentUnits { get; private set; } = [];
    public IReadOnlyList<Mark> LateUnits { get; private set; } = [];
    public IReadOnlyList<Mark> Lights { get; private set; } = [];
    public IReadOnlyList<ProjectLine> Slips { get; private set; } = [];
    public IReadOnlyList<ProjectLine> Own { get; private set; } = [];
    public long Asked { get; private set; }
    public IReadOnlyList<LightDay> Trend { get; private set; } = [];
    public IReadOnlyList<OpenDecisions> Decisions { get; private set; } = [];
    public TownLights Towns { get; private set; } = TownLights.None;
    public bool MaySeeDecisions => HttpContext.May(Capability.SeeRhythm);
    public OfficesSnapshot Offices => offices.Current;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = HttpContext.Actor();
        var sums = await programmes.SumsAsync(cancel);
        Overall = sums.GetValueOrDefault(0) ?? ProjectSum.None;
        Lists = [.. (await programmes.AllAsync(cancel)).Where(p => p.EndedOn is null).Select(p => (p, Sum: sums.GetValueOrDefault(p.Id) ?? ProjectSum.None)).OrderByDescending(l => l.Sum.Red).ThenByDescending(l => l.Sum.Yellow).Take(MostLists)];
        Lights = [.. new[] { ProjectLight.Green, ProjectLight.Yellow, ProjectLight.Red, ProjectLight.Done }.Select(l => new Mark(texts.Said("light", l), Overall.Lit(l), Href(l), Tone(l)))];
        RedUnits = Marks(await query.UnitsAsync(ProjectTallyBy.Unit, Offices, s => s.Red, cancel), s => s.Red, new ProjectFilter { Light = ProjectLight.Red }, "bad");
        SilentUnits = Marks(await query.UnitsAsync(ProjectTallyBy.SilentUnit, Offices, s => s.Total, cancel), s => s.Total, new ProjectFilter { Is = ProjectIs.Silent }, "wait");
        LateUnits = Marks(await query.UnitsAsync(ProjectTallyBy.OverdueUnit, Offices, s => s.Total, cancel), s => s.Total, new ProjectFilter { Cause = LightCause.Overdue }, "bad");
        Asked = await query.AskedAsync(cancel);
        Slips = await query.SlipsAsync(cancel);
        Own = await query.OwnAsync(who.PersonId, who.Name, cancel);
        Trend = await query.TrendAsync(HttpContext.Today(), cancel);
        Decisions = MaySeeDecisions ? await decisions.ByUnitAsync(who, Offices, HttpContext.Today(), cancel) : [];
        Towns = await kept.GetAsync(("town-lights", Languages.Current, Offices.Version), () => TownLights.ReadAsync(db, programmes, maps, Offices, texts, cancel), cancel);
    }

    public IReadOnlyList<string> TrendDays => [.. Trend.Select(d => d.On).Distinct().Select(d => d.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture))];

    public IReadOnlyList<Series> TrendLines => [.. new[] { ProjectLight.Red, ProjectLight.Yellow, ProjectLight.Green }
        .Select(l => new Series(texts.Said("light", l), [.. Trend.GroupBy(d => d.On).Select(g => g.Where(d => d.Light == l).Sum(d => d.Count))], Tone(l)))];

    private IReadOnlyList<Mark> Marks(IReadOnlyList<(Unit? Unit, ProjectSum Sum)> units, Func<ProjectSum, long> count, ProjectFilter filter, string tone) =>
        [.. units.Select(u => new Mark(texts.Show(u.Unit?.Name ?? "—"), count(u.Sum), (filter with { Unit = u.Unit?.Code, IsExact = true }).Href, tone))];

    private static string Href(ProjectLight light) => (light == ProjectLight.Done ? new ProjectFilter { Stage = ProjectStage.Done } : new ProjectFilter { Light = light }).Href;

    private static string Tone(ProjectLight light) => light switch
    {
        ProjectLight.Green => "good",
        ProjectLight.Yellow => "wait",
        ProjectLight.Red => "bad",
        _ => "main",
    };
}
