using Zhuoluo.Rooms.Organisation;
using static Zhuoluo.Rooms.Matters.MatterState;
using static Zhuoluo.Rooms.Matters.Requires;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// The whole life of a matter in one table (rules A2). Buttons, checks, docs/matter-states.md and the exhaustive test are all read from here;
/// what is not in the table cannot be done.
/// </summary>
internal static class Transitions
{
    private static readonly MatterState[] _working = [AwaitingSignature, InProgress, AwaitingRequester, Suspended, Escalated];
    private static readonly MatterState[] _beforeAnswer = [Registered, AwaitingAssignment, .. _working];

    public static IReadOnlyList<Transition> All { get; } =
    [
        new(Registered, Verb.Accept, AwaitingAssignment, Capability.AcceptMatter, Nothing, "matter.accepted"),
        new(Registered, Verb.AnswerAtOnce, Closed, Capability.AcceptMatter, Text | Outcome, "matter.answered-at-once"),
        new(Registered, Verb.EscalateFromWindow, Registered, Capability.EscalateFromWindow, Reason, "matter.escalated-from-window"),
        .. From([Registered, AwaitingAssignment], Verb.Sort, null, Capability.AcceptMatter, Nothing, "matter.sorted"),
        .. From([Registered, AwaitingAssignment], Verb.ProposeDecline, DeclineProposed, Capability.DeclineMatter, Reason | ReasonCode, "matter.decline-proposed"),
        new(DeclineProposed, Verb.ConfirmDecline, Declined, Capability.DeclineMatter, OtherPerson, "matter.declined"),
        new(DeclineProposed, Verb.RejectDecline, AwaitingAssignment, Capability.DeclineMatter, Reason | OtherPerson, "matter.decline-rejected"),
        .. From([Registered, AwaitingAssignment], Verb.Transfer, Transferred, Capability.TransferMatter, Reason | ReasonCode, "matter.transferred"),
        .. From([Registered, AwaitingAssignment], Verb.LinkRepeat, Repeated, Capability.MergeMatters, OtherMatter, "matter.repeat-linked"),
        .. From([Registered, AwaitingAssignment, AwaitingSignature, InProgress], Verb.Merge, Merged, Capability.MergeMatters, OtherMatter, "matter.merged"),
        .. From([AwaitingAssignment, AwaitingSignature, InProgress, Escalated], Verb.Assign, AwaitingSignature, Capability.AssignMatter, Requires.Unit, "matter.assigned"),
        new(AwaitingSignature, Verb.Sign, InProgress, Capability.SignMatter, Nothing, "matter.signed"),
        new(AwaitingSignature, Verb.Return, ReturnDisputed, Capability.ReturnMatter, Reason | Text | Once, "matter.return-asked"),
        new(ReturnDisputed, Verb.UpholdReturn, AwaitingAssignment, Capability.AdjudicateReturn, Nothing, "matter.returned"),
        new(ReturnDisputed, Verb.RejectReturn, AwaitingSignature, Capability.AdjudicateReturn, Reason, "matter.return-rejected"),
        .. From([InProgress, Escalated], Verb.AskRequester, AwaitingRequester, Capability.AskRequester, Text, "matter.requester-asked"),
        new(AwaitingRequester, Verb.RequesterAnswers, InProgress, Capability.AskRequester, Text | OrRequester, "matter.requester-answered"),
        new(InProgress, Verb.RequestExtension, InProgress, Capability.ExtendDeadline, Reason | BeforeDeadline | Once, "matter.extension-asked"),
        new(InProgress, Verb.ApproveExtension, InProgress, Capability.ApproveExtension, OtherPerson, "matter.extended"),
        new(InProgress, Verb.RefuseExtension, InProgress, Capability.ApproveExtension, Reason | OtherPerson, "matter.extension-refused"),
        .. From([InProgress, Escalated], Verb.ProposeSuspension, null, Capability.SuspendMatter, Reason | Plan, "matter.suspension-asked"),
        .. From([InProgress, Escalated], Verb.ApproveSuspension, Suspended, Capability.ApproveSuspension, OtherPerson, "matter.suspended"),
        .. From([InProgress, Escalated], Verb.RefuseSuspension, null, Capability.ApproveSuspension, Reason | OtherPerson, "matter.suspension-refused"),
        new(Suspended, Verb.Resume, InProgress, Capability.SuspendMatter, Nothing, "matter.resumed"),
        .. From([InProgress, Escalated], Verb.Answer, AwaitingReview, Capability.AnswerMatter, Text | Outcome, "matter.answered"),
        new(AwaitingReview, Verb.ApproveAnswer, AwaitingCallBack, Capability.ReviewAnswer, OtherPerson, "matter.answer-approved"),
        new(AwaitingReview, Verb.SendBackAnswer, InProgress, Capability.ReviewAnswer, Reason, "matter.answer-sent-back"),
        new(AwaitingCallBack, Verb.CallBack, AwaitingCallBack, Capability.CallBack, Result, "matter.called-back"),
        new(AwaitingCallBack, Verb.Close, Closed, Capability.CloseMatter, Nothing, "matter.closed"),
        // Under a main matter: closes when that one has closed, never alone (rules A5.1).
        new(Merged, Verb.Close, Closed, Capability.CloseMatter, Nothing, "matter.closed"),
        .. From([AwaitingCallBack, Closed], Verb.Reopen, InProgress, Capability.ReopenMatter, Reason | OrRequester, "matter.reopened"),
        .. From([InProgress, AwaitingCallBack], Verb.Escalate, Escalated, Capability.CallBack, Reason | ThreeRounds, "matter.escalated"),
        .. From([AwaitingAssignment, AwaitingSignature, InProgress, Suspended, Escalated], Verb.Urge, null, Capability.UrgeMatter, Reason, "matter.urged"),
        .. From(_beforeAnswer, Verb.Withdraw, Withdrawn, Capability.WithdrawMatter, Reason | OrRequester, "matter.withdrawn"),
    ];

    private static readonly Dictionary<(MatterState, Verb), Transition> _byStateAndVerb = All.ToDictionary(t => (t.From, t.Verb));

    /// <summary>The line for this state and verb, or null: then it cannot be done.</summary>
    public static Transition? Find(MatterState from, Verb verb) => _byStateAndVerb.GetValueOrDefault((from, verb));

    /// <summary>The lines that leave this state or stay in it, in the order of the table.</summary>
    public static IEnumerable<Transition> OutOf(MatterState from) => All.Where(t => t.From == from);

    // A null target means that the verb leaves the matter where it is.
    private static IEnumerable<Transition> From(MatterState[] states, Verb verb, MatterState? to, Capability who, Requires requires, string entry) =>
        states.Select(s => new Transition(s, verb, to ?? s, who, requires, entry));
}
