using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Workbench;

/// <summary>What somebody has to do, as numbers that open the matters. Which boxes there are follows from what the person may do.</summary>
internal sealed record WorkbenchBox(string Title, IReadOnlyList<(string Label, MatterFilter Filter, string? Tone)> Counts)
{
    private static readonly MatterFilter _soonest = MatterFilter.All with { Sort = MatterSort.Due };

    public static IEnumerable<WorkbenchBox> For(Actor who)
    {
        if (Permissions.May(who, Capability.AcceptMatter))
        {
            yield return Sorting;
        }
        if (Permissions.May(who, Capability.SignMatter))
        {
            yield return Handling;
        }
        if (who.Holds(Role.UnitHead))
        {
            yield return Deciding;
        }
        if (who.Holds(Role.Clerk))
        {
            yield return Window;
        }
        if (who.Holds(Role.Supervisor) || who.Holds(Role.Dispatcher))
        {
            yield return Supervising;
        }
        if (who.Holds(Role.Editor))
        {
            yield return new("matters.work.publishing", [("matters.work.to-check", MatterFilter.All with { With = Trait.AwaitingCheck, Sort = MatterSort.Oldest }, null)]);
        }
        if (who.Holds(Role.Leader) || who.Holds(Role.Auditor))
        {
            yield return Overview;
        }
    }

    private static MatterFilter In(params ReadOnlySpan<MatterState> states) => _soonest with { States = StateSet.Of(states) };

    private static MatterFilter Ours(MatterFilter filter) => filter with { Whose = Whose.Unit };

    private static WorkbenchBox Sorting { get; } = new("matters.work.sorting",
    [
        ("matters.work.to-sort", In(MatterState.Registered), null),
        ("matters.work.to-assign", In(MatterState.AwaitingAssignment), null),
        ("matters.work.to-adjudicate", In(MatterState.ReturnDisputed), null),
        ("matters.work.window", _soonest with { With = Trait.WindowEscalation }, "bad"),
        ("matters.work.urgent", _soonest with { With = Trait.Urgent, States = StateSet.Of(MatterState.Registered, MatterState.AwaitingAssignment, MatterState.AwaitingSignature) }, "bad"),
    ]);

    private static WorkbenchBox Handling { get; } = new("matters.work.handling",
    [
        ("matters.work.late", Ours(_soonest with { Light = Light.Red }), "bad"),
        ("matters.work.due-today", Ours(_soonest with { With = Trait.DueToday }), "bad"),
        ("matters.work.near", Ours(_soonest with { Light = Light.Yellow }), null),
        ("matters.work.to-sign", Ours(In(MatterState.AwaitingSignature)), null),
        ("matters.work.in-progress", Ours(In(MatterState.InProgress, MatterState.Escalated)), null),
        ("matters.work.replied", Ours(_soonest with { With = Trait.RequesterReplied }), null),
        ("matters.work.assist", _soonest with { Whose = Whose.Assist, States = StateSet.Open }, null),
        ("matters.work.suspended", Ours(In(MatterState.Suspended)), null),
    ]);

    private static WorkbenchBox Deciding { get; } = new("matters.work.deciding",
    [
        ("matters.work.to-review", Ours(In(MatterState.AwaitingReview)), null),
        ("matters.work.extensions", Ours(_soonest with { With = Trait.ExtensionAsked }), null),
    ]);

    private static WorkbenchBox Window { get; } = new("matters.work.at-window",
    [
        ("matters.work.window-open", _soonest with { States = StateSet.Open }, null),
        ("matters.work.window", _soonest with { With = Trait.WindowEscalation }, null),
        ("matters.work.waits-requester", In(MatterState.AwaitingRequester), null),
    ]);

    private static WorkbenchBox Supervising { get; } = new("matters.work.supervising",
    [
        ("matters.work.to-call", In(MatterState.AwaitingCallBack), null),
        ("matters.work.to-review", In(MatterState.AwaitingReview), null),
        ("matters.work.late", _soonest with { Light = Light.Red }, "bad"),
        ("matters.work.escalated", In(MatterState.Escalated), "bad"),
        ("matters.work.bad-ratings", MatterFilter.All with { With = Trait.BadRating }, "bad"),
        ("matters.work.to-decline", In(MatterState.DeclineProposed), null),
        ("matters.work.suspensions", _soonest with { With = Trait.SuspensionAsked }, null),
        ("matters.work.extensions", _soonest with { With = Trait.ExtensionAsked }, null),
    ]);

    private static WorkbenchBox Overview { get; } = new("matters.work.overview",
    [
        ("matters.work.open", _soonest with { States = StateSet.Open }, null),
        ("matters.work.late", _soonest with { Light = Light.Red }, "bad"),
        ("matters.work.escalated", In(MatterState.Escalated), "bad"),
        ("matters.work.suspended", In(MatterState.Suspended), null),
        ("matters.work.bad-ratings", MatterFilter.All with { With = Trait.BadRating }, "bad"),
    ]);
}
