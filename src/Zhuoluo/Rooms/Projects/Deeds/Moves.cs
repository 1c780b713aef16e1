using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>Steps along the way that set a day and nothing else.</summary>
internal static class Moves
{
    private const int Whole = 100_00;

    public static Outcome<ProjectRuling> Move(ProjectFile file, ProjectDeed deed, Act act)
    {
        var on = deed.On ?? LocalDay.Of(act.At);
        return Ruling(file, deed, on).Change(p => Set(p, deed, on));
    }

    public static ProjectRuling Ruling(ProjectFile file, ProjectDeed deed, DateOnly on)
    {
        var line = ProjectTransitions.Find(file.Project.State, deed.Verb)!;
        return ProjectRuling.With(new ProjectMovedV1(new Code(file.Project.Number), deed.Verb, line.From, line.To, on, Code.OrNull(file.Lead?.Code)));
    }

    private static void Set(Project project, ProjectDeed deed, DateOnly on)
    {
        switch (deed.Verb)
        {
            case ProjectVerb.Start:
                project.StartedOn = on;
                break;
            case ProjectVerb.PartBuild:
                project.PartBuiltOn = on;
                break;
            case ProjectVerb.Complete:
                project.CompletedOn = on;
                project.Done = Math.Max(project.Done, Whole);
                break;
            case ProjectVerb.Accept:
                project.AcceptedOn = on;
                break;
            case ProjectVerb.Publicise:
                (project.PublicityFrom, project.PublicityTo) = (on, deed.Until);
                break;
            case ProjectVerb.LookBack:
                project.LookedBackOn = on;
                break;
            case ProjectVerb.SendBack or ProjectVerb.Reopen:
                Undo(project);
                break;
            case ProjectVerb.Resume:
                project.PausedFrom = null;
                break;
        }
    }

    // What was done is not done after all: the count of closed ones goes down, and the history says so (rules B4.2).
    private static void Undo(Project project)
    {
        (project.CompletedOn, project.AcceptedOn, project.ClosedOn, project.LookedBackOn) = (null, null, null, null);
        (project.PublicityFrom, project.PublicityTo) = (null, null);
        project.Done = Math.Min(project.Done, Whole - 1);
    }
}
