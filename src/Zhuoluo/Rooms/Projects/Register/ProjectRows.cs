using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Register;

/// <summary>The rows of a new project. Pure but for the ids of the act.</summary>
internal static class ProjectRows
{
    public static Project Make(NewProject asked, string number, OfficesSnapshot offices, Act act, bool isListed, int year)
    {
        var id = act.NewId();
        return new Project
        {
            Id = id,
            Number = number,
            Year = year,
            Name = asked.Name.Trim(),
            FieldCode = Choosing.Blank(asked.FieldCode),
            Source = asked.Source,
            Level = asked.Level,
            State = isListed ? ProjectState.Listed : ProjectState.Candidate,
            Content = asked.Content?.Trim() ?? "",
            PlaceCode = asked.PlaceCode ?? PlaceOf(asked.LeadUnitId, offices),
            Latitude = asked.Latitude,
            Longitude = asked.Longitude,
            LeadUnitId = asked.LeadUnitId,
            LeaderName = Choosing.Blank(asked.LeaderName),
            LeaderPost = Choosing.Blank(asked.LeaderPost),
            LeaderId = asked.LeaderId,
            PlannedStart = asked.PlannedStart,
            PlannedFinish = asked.PlannedFinish,
            FirstFinish = asked.FirstFinish ?? asked.PlannedFinish,
            SlipDays = Project.Slip(asked.FirstFinish ?? asked.PlannedFinish, asked.PlannedFinish),
            Beneficiaries = asked.Beneficiaries,
            IsHouseholds = asked.IsHouseholds,
            IsEstimated = asked.IsEstimated,
            IsBreakthrough = asked.IsBreakthrough,
            IsCrossYear = asked.PlannedFinish.Year > asked.PlannedStart.Year,
            Light = ProjectLight.None,
            UpdatedAt = act.At,
            UpdatedBy = act.Who.Kind == ActorKind.Staff ? act.Who.Name : act.Who.Office,
        };
    }

    public static IEnumerable<Assisting> Assisting(NewProject asked, long projectId) =>
        asked.AssistingUnitIds.Distinct().Where(u => u != asked.LeadUnitId).Select(u => new Assisting { ProjectId = projectId, UnitId = u });

    public static IEnumerable<Target> Targets(NewProject asked, long projectId, Act act) => asked.Targets.Select(t => new Target
    {
        Id = act.NewId(),
        ProjectId = projectId,
        What = t.What.Trim(),
        Promised = t.Promised,
        Reached = t.Reached,
        Unit = t.Unit.Trim(),
        Evidence = t.Evidence,
        At = act.At,
    });

    public static IEnumerable<MoneyRow> Money(NewProject asked, long projectId, Act act) => asked.Money.Select(m => new MoneyRow
    {
        Id = act.NewId(),
        ProjectId = projectId,
        Source = m.Source,
        Planned = m.Planned,
        Arrived = m.Arrived,
        Paid = m.Paid,
        Document = m.Document,
        At = act.At,
    });

    public static IEnumerable<Node> Nodes(NewProject asked, long projectId, Act act) => asked.Nodes.OrderBy(n => n.PlannedOn).Select((n, i) => new Node
    {
        Id = act.NewId(),
        ProjectId = projectId,
        Serial = i + 1,
        Name = n.Name.Trim(),
        Weight = n.Weight,
        PlannedOn = n.PlannedOn,
    });

    private static string PlaceOf(long unitId, OfficesSnapshot offices) =>
        offices.Unit(unitId)?.PlaceCode ?? offices.Places.FirstOrDefault(p => p.Kind == PlaceKind.County)?.Code ?? "";
}
