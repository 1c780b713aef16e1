using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Register;

/// <summary>Lines of the history and the first entry, made the same way by every door.</summary>
internal static class Steps
{
    public static ProjectStep Make(Project project, ProjectVerb verb, ProjectState from, ProjectState to, string? note, OfficesSnapshot offices, Act act) => new()
    {
        Id = act.NewId(),
        ProjectId = project.Id,
        Verb = verb,
        From = from,
        To = to,
        At = act.At,
        PersonId = act.Who.PersonId,
        PersonName = act.Who.Name,
        OfficeId = offices.UnitByCode(act.Who.Office)?.Id,
        Note = Choosing.Blank(note),
    };

    public static ProjectRegisteredV1 Registered(Project project, OfficesSnapshot offices) => new(
        new Code(project.Number), Code.OrNull(offices.Unit(project.LeadUnitId)?.Code), Code.OrNull(project.PlaceCode), project.Level, project.State, project.PlannedStart, project.PlannedFinish);
}
