using System.Collections.Frozen;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Which decision belongs to which verb. Registering is not here: it makes a matter, it does not change one.</summary>
internal static class Verbs
{
    private static readonly FrozenDictionary<Verb, Func<CaseFile, Deed, Act, Outcome<Ruling>>> _decisions =
        new Dictionary<Verb, Func<CaseFile, Deed, Act, Outcome<Ruling>>>
        {
            [Verb.Accept] = (file, _, act) => AcceptMatter.Decide(file, act),
            [Verb.AnswerAtOnce] = AnswerAtOnce.Decide,
            [Verb.EscalateFromWindow] = (file, _, _) => DeclineMatter.EscalateFromWindow(file),
            [Verb.ProposeDecline] = DeclineMatter.Propose,
            [Verb.ConfirmDecline] = DeclineMatter.Confirm,
            [Verb.RejectDecline] = DeclineMatter.Reject,
            [Verb.Sort] = SortMatter.Decide,
            [Verb.Transfer] = (_, deed, act) => TransferMatter.Decide(deed, act),
            [Verb.LinkRepeat] = (file, _, act) => MergeMatters.LinkRepeat(file, act),
            [Verb.Merge] = (file, _, act) => MergeMatters.Merge(file, act),
            [Verb.Assign] = AssignMatter.Decide,
            [Verb.Sign] = (file, _, act) => SignMatter.Decide(file, act),
            [Verb.Return] = ReturnMatter.Ask,
            [Verb.UpholdReturn] = ReturnMatter.Uphold,
            [Verb.RejectReturn] = ReturnMatter.Reject,
            [Verb.AskRequester] = AskRequester.Decide,
            [Verb.RequesterAnswers] = AskRequester.Reply,
            [Verb.RequestExtension] = ExtendDeadline.Ask,
            [Verb.ApproveExtension] = ExtendDeadline.Approve,
            [Verb.RefuseExtension] = ExtendDeadline.Refuse,
            [Verb.ProposeSuspension] = SuspendMatter.Ask,
            [Verb.ApproveSuspension] = SuspendMatter.Approve,
            [Verb.RefuseSuspension] = SuspendMatter.Refuse,
            [Verb.Resume] = (file, _, act) => SuspendMatter.Resume(file, act),
            [Verb.Answer] = AnswerMatter.Decide,
            [Verb.ApproveAnswer] = ReviewAnswer.Approve,
            [Verb.SendBackAnswer] = ReviewAnswer.SendBack,
            [Verb.CallBack] = CallRequester.Decide,
            [Verb.Close] = (file, _, act) => CloseMatter.Decide(file, act),
            [Verb.Reopen] = (file, _, act) => ReopenMatter.Decide(file, act),
            [Verb.Escalate] = (file, _, act) => EscalateMatter.Decide(file, act),
            [Verb.Urge] = (file, _, _) => UrgeMatter.Decide(file),
            [Verb.Withdraw] = (file, _, act) => WithdrawMatter.Decide(file, act),
        }.ToFrozenDictionary();

    /// <summary>Gate first, then the verb's own rules.</summary>
    public static Outcome<Ruling> Decide(CaseFile file, Deed deed, Act act) =>
        Gate.Refuse(file, deed, act) is { } refusal ? refusal : _decisions[deed.Verb](file, deed, act);
}
