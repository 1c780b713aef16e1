using System.Collections.Frozen;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Which decision belongs to which verb. Registering is not here: it makes a matter, it does not change one.</summary>
internal static class Verbs
{
    private static readonly FrozenDictionary<Verb, Func<CaseFile, Deed, Act, Outcome<Ruling>>> _decisions =
        new Dictionary<Verb, Func<CaseFile, Deed, Act, Outcome<Ruling>>>
        {
            [Verb.Accept] = AcceptMatter.Decide,
            [Verb.AnswerAtOnce] = AnswerAtOnce.Decide,
            [Verb.EscalateFromWindow] = DeclineMatter.EscalateFromWindow,
            [Verb.ProposeDecline] = DeclineMatter.Propose,
            [Verb.ConfirmDecline] = DeclineMatter.Confirm,
            [Verb.RejectDecline] = DeclineMatter.Reject,
            [Verb.Sort] = SortMatter.Decide,
            [Verb.Transfer] = TransferMatter.Decide,
            [Verb.LinkRepeat] = MergeMatters.LinkRepeat,
            [Verb.Merge] = MergeMatters.Merge,
            [Verb.Assign] = AssignMatter.Decide,
            [Verb.Sign] = SignMatter.Decide,
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
            [Verb.Resume] = SuspendMatter.Resume,
            [Verb.Answer] = AnswerMatter.Decide,
            [Verb.ApproveAnswer] = ReviewAnswer.Approve,
            [Verb.SendBackAnswer] = ReviewAnswer.SendBack,
            [Verb.CallBack] = CallRequester.Decide,
            [Verb.Close] = CloseMatter.Decide,
            [Verb.Reopen] = ReopenMatter.Decide,
            [Verb.Escalate] = EscalateMatter.Decide,
            [Verb.Urge] = UrgeMatter.Decide,
            [Verb.Withdraw] = WithdrawMatter.Decide,
        }.ToFrozenDictionary();

    /// <summary>Gate first, then the verb's own rules.</summary>
    public static Outcome<Ruling> Decide(CaseFile file, Deed deed, Act act) =>
        Gate.Refuse(file, deed, act) is { } refusal ? refusal : _decisions[deed.Verb](file, deed, act);
}
