using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>A later day, a pause, an end: one asks, another decides. The first promised day is never touched.</summary>
internal static class PleaRules
{
    public static Outcome<ProjectRuling> Ask(ProjectFile file, ProjectDeed deed, Act act, PleaKind kind)
    {
        var project = file.Project;
        if (file.Asked(kind) is not null)
        {
            return new AlreadyAsked();
        }
        if (kind == PleaKind.Slip && deed.Until <= project.PlannedFinish)
        {
            return new BeforeDay(nameof(deed.Until), project.PlannedFinish);
        }
        var plea = new Plea
        {
            Id = act.NewId(),
            ProjectId = project.Id,
            Kind = kind,
            From = kind == PleaKind.Slip ? project.PlannedFinish : null,
            To = kind == PleaKind.Slip ? deed.Until : null,
            Reason = deed.Reason!.Value,
            Text = deed.Text!.Trim(),
            AskedAt = act.At,
            AskedById = act.Who.PersonId,
            AskedByName = act.Who.Name,
        };
        return ProjectRuling.With(new ProjectAskedV1(new Code(project.Number), kind, plea.Reason, plea.From, plea.To))
            .Make(plea)
            .Change(p => p.Reason = plea.Reason);
    }

    public static Outcome<ProjectRuling> Settle(ProjectFile file, ProjectDeed deed, Act act, PleaKind kind, bool isGranted)
    {
        if (file.Asked(kind) is not { } plea)
        {
            return new NothingToDecide();
        }
        return ProjectRuling.With(new ProjectDecidedV1(new Code(file.Project.Number), kind, isGranted, plea.To))
            .Do(() => (plea.IsGranted, plea.DecidedAt, plea.DecidedByName, plea.DecisionText) = (isGranted, act.At, act.Who.Name, Choosing.Blank(deed.Text)))
            .Change(p => Follow(p, plea, isGranted));
    }

    private static void Follow(Project project, Plea plea, bool isGranted)
    {
        if (!isGranted)
        {
            return;
        }
        if (plea.Kind == PleaKind.Slip)
        {
            project.PlannedFinish = plea.To!.Value;
            project.SlipDays = Project.Slip(project.FirstFinish, project.PlannedFinish);
        }
        else if (plea.Kind == PleaKind.Pause)
        {
            project.PausedFrom = project.State;
        }
    }
}
