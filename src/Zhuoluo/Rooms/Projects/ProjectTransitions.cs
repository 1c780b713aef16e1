using Zhuoluo.Rooms.Organisation;
using static Zhuoluo.Rooms.Projects.ProjectNeeds;
using static Zhuoluo.Rooms.Projects.ProjectState;

namespace Zhuoluo.Rooms.Projects;

/// <summary>One line of the table: in this state, this verb, to that state, for whom, with what.</summary>
internal sealed record ProjectTransition(ProjectState From, ProjectVerb Verb, ProjectState To, Capability Who, ProjectNeeds Needs, string Entry);

/// <summary>What a verb cannot do without.</summary>
[Flags]
internal enum ProjectNeeds
{
    Nothing = 0,
    Text = 1,
    Day = 2,
    Programme = 4,
    Reason = 8,
    LaterDay = 16,

    /// <summary>Another person than who asked or reported.</summary>
    OtherPerson = 32,

    /// <summary>Another unit than the one that does the work (rules B4.1).</summary>
    OtherUnit = 64,
    Plea = 128,
    Guards = 256,
    Item = 512,
    Leader = 1024,
    Quantity = 2048,
    Letter = 4096,
}

/// <summary>
/// The whole life of a project in one table (rules B1). Buttons, checks, docs/project-states.md and the exhaustive test read it;
/// what is not in it cannot be done.
/// </summary>
internal static class ProjectTransitions
{
    private static readonly ProjectState[] _underWay = [Listed, Started, PartBuilt];
    private static readonly ProjectState[] _owed = [Listed, Started, PartBuilt, Paused];
    private static readonly ProjectState[] _onList = [Listed, Started, PartBuilt, Completed, Accepted, Publicity, Paused];

    public static IReadOnlyList<ProjectTransition> All { get; } =
    [
        new(Candidate, ProjectVerb.Screen, Screened, Capability.ManageProjects, Text | OtherPerson, "project.moved"),
        new(Candidate, ProjectVerb.TurnDown, NotEntered, Capability.ManageProjects, Text, "project.moved"),
        .. From([Screened, .. _onList, Closed, LookedBack], ProjectVerb.PutOnList, null, Capability.ManageProjects, ProjectNeeds.Programme, "project.listed"),
        .. From([.. _onList, Closed, LookedBack], ProjectVerb.TakeOffList, null, Capability.DecideProject, ProjectNeeds.Programme | Text, "project.unlisted"),
        new(Listed, ProjectVerb.Start, Started, Capability.HandleProject, Day, "project.moved"),
        new(Started, ProjectVerb.PartBuild, PartBuilt, Capability.HandleProject, Day | Text, "project.moved"),
        .. From([Started, PartBuilt], ProjectVerb.Complete, Completed, Capability.HandleProject, Day | Text, "project.moved"),
        new(Completed, ProjectVerb.Accept, Accepted, Capability.AcceptProject, Day | Text | OtherPerson | OtherUnit, "project.moved"),
        new(Completed, ProjectVerb.SendBack, Started, Capability.AcceptProject, Text | OtherPerson | OtherUnit, "project.moved"),
        new(Accepted, ProjectVerb.Publicise, Publicity, Capability.ManageProjects, LaterDay, "project.moved"),
        new(Publicity, ProjectVerb.NoteObjection, Publicity, Capability.ManageProjects, Text, "project.moved"),
        new(Publicity, ProjectVerb.SettleObjection, Publicity, Capability.ManageProjects, Text, "project.moved"),
        new(Publicity, ProjectVerb.Close, Closed, Capability.DecideProject, Guards | OtherPerson, "project.moved"),
        new(Closed, ProjectVerb.LookBack, LookedBack, Capability.AcceptProject, Day | Text | OtherUnit, "project.moved"),
        .. From([Completed, Accepted, Publicity, Closed, LookedBack], ProjectVerb.Reopen, Started, Capability.DecideProject, Text, "project.moved"),
        .. From(_owed, ProjectVerb.AskSlip, null, Capability.HandleProject, Reason | Text | LaterDay, "project.asked"),
        .. From(_owed, ProjectVerb.ApproveSlip, null, Capability.DecideProject, ProjectNeeds.Plea | OtherPerson, "project.decided"),
        .. From(_owed, ProjectVerb.RefuseSlip, null, Capability.DecideProject, ProjectNeeds.Plea | Text | OtherPerson, "project.decided"),
        .. From(_underWay, ProjectVerb.AskPause, null, Capability.HandleProject, Reason | Text, "project.asked"),
        .. From(_underWay, ProjectVerb.ApprovePause, Paused, Capability.DecideProject, ProjectNeeds.Plea | OtherPerson, "project.decided"),
        .. From(_underWay, ProjectVerb.RefusePause, null, Capability.DecideProject, ProjectNeeds.Plea | Text | OtherPerson, "project.decided"),
        new(Paused, ProjectVerb.Resume, Started, Capability.HandleProject, Nothing, "project.moved"),
        .. From(_owed, ProjectVerb.AskCancel, null, Capability.HandleProject, Reason | Text, "project.asked"),
        .. From(_owed, ProjectVerb.ApproveCancel, Cancelled, Capability.DecideProject, ProjectNeeds.Plea | OtherPerson, "project.decided"),
        .. From(_owed, ProjectVerb.RefuseCancel, null, Capability.DecideProject, ProjectNeeds.Plea | Text | OtherPerson, "project.decided"),
        .. From(_owed, ProjectVerb.GiveReason, null, Capability.HandleProject, Reason, "project.reason-given"),
        .. From([Started, PartBuilt, Completed], ProjectVerb.ReachNode, null, Capability.HandleProject, Item | Day | Text, "project.node-reached"),
        .. From([.. _onList, Closed], ProjectVerb.MeasureTarget, null, Capability.HandleProject, Item | Quantity, "project.measured"),
        .. From([.. _onList, Closed], ProjectVerb.BookMoney, null, Capability.HandleProject, Item | Quantity, "project.booked"),
        .. From([Screened, .. _onList], ProjectVerb.GiveLeader, null, Capability.ManageProjects, Leader, "project.leader-given"),
        .. From(_underWay, ProjectVerb.Remind, null, Capability.DecideProject, ProjectNeeds.Letter | Text | LaterDay, "project.reminded"),
    ];

    private static readonly Dictionary<(ProjectState, ProjectVerb), ProjectTransition> _byStateAndVerb = All.ToDictionary(t => (t.From, t.Verb));

    public static ProjectTransition? Find(ProjectState from, ProjectVerb verb) => _byStateAndVerb.GetValueOrDefault((from, verb));

    public static IEnumerable<ProjectTransition> OutOf(ProjectState from) => All.Where(t => t.From == from);

    // A null target means that the verb leaves the project where it is; being put on a first list is what makes a screened one listed.
    private static IEnumerable<ProjectTransition> From(ProjectState[] states, ProjectVerb verb, ProjectState? to, Capability who, ProjectNeeds needs, string entry) =>
        states.Select(s => new ProjectTransition(s, verb, to ?? (s == Screened && verb == ProjectVerb.PutOnList ? Listed : s), who, needs, entry));
}
