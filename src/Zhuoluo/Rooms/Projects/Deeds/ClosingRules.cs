using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>What must be so before a project is closed (rules B4.1), and the objections of the publicity period.</summary>
internal static class ClosingRules
{
    public static Outcome<ProjectRuling> Close(ProjectFile file, ProjectDeed deed, Act act)
    {
        var today = LocalDay.Of(act.At);
        return Guard(file, today) is { } guard ? new ClosingGuard(guard) : Moves.Ruling(file, deed, today).Change(p => p.ClosedOn = today);
    }

    /// <summary>The first thing that stands against it, by the end of its text key; null when nothing does.</summary>
    public static string? Guard(ProjectFile file, DateOnly today)
    {
        var project = file.Project;
        return file.TargetsNow.Any(t => t.Reached < t.Promised && string.IsNullOrWhiteSpace(t.Variance)) ? "target-missed"
            : file.TargetsNow.Any(t => string.IsNullOrWhiteSpace(t.Evidence)) ? "evidence-missing"
            : project.AcceptedOn is null ? "not-accepted"
            : project.PublicityTo is not { } until || until >= today ? "publicity-running"
            : project.OpenObjections > 0 ? "objection-open"
            : file.MoneyNow.Any(m => m is { Planned: > 0, Arrived: 0, Paid: 0 }) ? "money-missing"
            : null;
    }

    public static Outcome<ProjectRuling> NoteObjection(ProjectFile file, ProjectDeed deed, Act act) =>
        Moves.Ruling(file, deed, LocalDay.Of(act.At)).Change(p => p.OpenObjections++);

    public static Outcome<ProjectRuling> SettleObjection(ProjectFile file, ProjectDeed deed, Act act) =>
        file.Project.OpenObjections == 0 ? new NothingToDecide() : Moves.Ruling(file, deed, LocalDay.Of(act.At)).Change(p => p.OpenObjections--);
}
