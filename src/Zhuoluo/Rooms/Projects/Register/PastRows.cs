using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Lights;

namespace Zhuoluo.Rooms.Projects.Register;

/// <summary>Collects the rows of a batch, to insert table by table.</summary>
internal sealed class PastRows(Act act, OfficesSnapshot offices, Programme? programme)
{
    private readonly List<Project> _projects = [];
    private readonly List<Listing> _listings = [];
    private readonly List<Assisting> _assisting = [];
    private readonly List<Target> _targets = [];
    private readonly List<MoneyRow> _money = [];
    private readonly List<Node> _nodes = [];
    private readonly List<ProjectStep> _steps = [];
    private readonly List<Progress> _progress = [];
    private readonly List<LightChange> _lights = [];
    private readonly List<PendingEntry> _entries = [];

    public List<ProjectDone> Done { get; } = [];

    public void Add(PastProject past, string number, int year, int serial, Work work)
    {
        var asked = past.Project;
        var project = ProjectRows.Make(asked, number, offices, act, programme is not null, year);
        Set(project, past);
        project.IsPublic = programme?.IsPublic ?? false;
        _projects.Add(project);
        _assisting.AddRange(ProjectRows.Assisting(asked, project.Id));
        _targets.AddRange(ProjectRows.Targets(asked, project.Id, act));
        List<MoneyRow> money = [.. ProjectRows.Money(asked, project.Id, act)];
        List<Node> nodes = [.. ProjectRows.Nodes(asked, project.Id, act)];
        _money.AddRange(money);
        _nodes.AddRange(nodes);
        _steps.Add(Steps.Make(project, ProjectVerb.Apply, project.State, project.State, null, offices, act));
        Report(project, past, nodes, money);
        var subject = new Subject("project", project.Id);
        _entries.Add(work.Prepare(Steps.Registered(project, offices), subject, []));
        if (programme is not null)
        {
            _listings.Add(new Listing { Id = act.NewId(), ProgrammeId = programme.Id, ProjectId = project.Id, Serial = serial, EnteredOn = LocalDay.Of(act.At) });
            _entries.Add(work.Prepare(new ProjectListedV1(new Code(number), new Code(programme.Code), serial), subject, []));
        }
        Done.Add(new ProjectDone(project.Id, number, project.State, project.Version));
    }

    public async Task InsertAsync(Work work, CancellationToken cancel)
    {
        await work.InsertManyAsync(_projects, cancel);
        await work.InsertManyAsync(_listings, cancel);
        await work.InsertManyAsync(_assisting, cancel);
        await work.InsertManyAsync(_targets, cancel);
        await work.InsertManyAsync(_money, cancel);
        await work.InsertManyAsync(_nodes, cancel);
        await work.InsertManyAsync(_steps, cancel);
        await work.InsertManyAsync(_progress, cancel);
        await work.InsertManyAsync(_lights, cancel);
        await work.InsertManyAsync(_entries, cancel);
    }

    private static void Set(Project project, PastProject past)
    {
        project.State = past.State;
        project.Done = past.Done;
        project.StartedOn = past.StartedOn;
        project.PartBuiltOn = past.PartBuiltOn;
        project.CompletedOn = past.CompletedOn;
        project.AcceptedOn = past.AcceptedOn;
        project.ClosedOn = past.ClosedOn;
    }

    private void Report(Project project, PastProject past, List<Node> nodes, List<MoneyRow> money)
    {
        var period = Periods.Of(past.ReportedFor ?? past.AsOf, programme?.Period ?? ReportPeriod.Month);
        if (past.IsReported && project.State.IsPromised())
        {
            project.ReportedFor = period;
            _progress.Add(new Progress
            {
                Id = act.NewId(),
                ProjectId = project.Id,
                Period = period,
                Done = past.Done,
                Text = past.Text,
                Problem = past.Problem,
                At = act.At,
                PersonName = act.Who.Name,
                UnitId = project.LeadUnitId,
            });
        }
        if (LightKeeping.Judge(project, nodes, money, programme, past.AsOf, act) is { } change)
        {
            _lights.Add(change);
        }
    }
}
