using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>What is measured, paid and reached. Nothing is edited in place: a new row takes the place of the old one, which stays readable.</summary>
internal static class KeepingRules
{
    public static Outcome<ProjectRuling> Measure(ProjectFile file, ProjectDeed deed, Act act)
    {
        if (file.TargetsNow.FirstOrDefault(t => t.Id == deed.ItemId) is not { } old)
        {
            return new UnknownValue(nameof(deed.ItemId));
        }
        var row = new Target
        {
            Id = act.NewId(),
            ProjectId = old.ProjectId,
            What = old.What,
            Promised = old.Promised,
            Reached = deed.Reached!.Value,
            Unit = old.Unit,
            Variance = deed.Reached < old.Promised ? Choosing.Blank(deed.Text) ?? old.Variance : null,
            Evidence = Choosing.Blank(deed.Text) ?? old.Evidence,
            At = act.At,
        };
        return ProjectRuling.With(new ProjectMeasuredV1(new Code(file.Project.Number), row.Promised, row.Reached)).Make(row).Do(() => old.SupersededAt = act.At);
    }

    public static Outcome<ProjectRuling> Book(ProjectFile file, ProjectDeed deed, Act act)
    {
        if (file.MoneyNow.FirstOrDefault(m => m.Id == deed.ItemId) is not { } old)
        {
            return new UnknownValue(nameof(deed.ItemId));
        }
        var row = new MoneyRow
        {
            Id = act.NewId(),
            ProjectId = old.ProjectId,
            Source = old.Source,
            Planned = old.Planned,
            Arrived = deed.Arrived!.Value,
            Paid = deed.Paid!.Value,
            Document = old.Document,
            At = act.At,
        };
        return ProjectRuling.With(new ProjectBookedV1(new Code(file.Project.Number), row.Source, row.Planned, row.Arrived, row.Paid)).Make(row).Do(() => old.SupersededAt = act.At);
    }

    public static Outcome<ProjectRuling> ReachNode(ProjectFile file, ProjectDeed deed, Act act)
    {
        if (file.Nodes.FirstOrDefault(n => n.Id == deed.ItemId && n.ReachedOn is null) is not { } node)
        {
            return new UnknownValue(nameof(deed.ItemId));
        }
        var on = deed.On ?? LocalDay.Of(act.At);
        return ProjectRuling.With(new ProjectNodeReachedV1(new Code(file.Project.Number), node.Serial, on)).Do(() => (node.ReachedOn, node.Evidence) = (on, deed.Text!.Trim()));
    }

    public static Outcome<ProjectRuling> GiveReason(ProjectFile file, ProjectDeed deed) =>
        ProjectRuling.With(new ProjectReasonGivenV1(new Code(file.Project.Number), deed.Reason!.Value)).Change(p => p.Reason = deed.Reason);

    public static Outcome<ProjectRuling> GiveLeader(ProjectFile file, ProjectDeed deed) =>
        ProjectRuling.With(new ProjectLeaderGivenV1(new Code(file.Project.Number)))
            .Change(p => (p.LeaderName, p.LeaderPost, p.LeaderId) = (deed.LeaderName!.Trim(), Choosing.Blank(deed.LeaderPost), deed.LeaderId));
}
