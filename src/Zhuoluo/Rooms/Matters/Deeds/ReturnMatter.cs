using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// "Clearly not ours", with reason and legal basis; somebody else adjudicates, and after that it cannot be returned again (rules A2.8).
/// </summary>
internal static class ReturnMatter
{
    public static Outcome<Ruling> Ask(CaseFile file, Deed deed, Act act) => file.Matter.IsReturnBarred
        ? new ReturnBarred()
        : Ruling.With(new MatterReturnAskedV1(file.LeadCode))
            .Upon(file.Matter.LeadUnitId)
            .Add(file.Propose(ProposalKind.Return, deed, act))
            .Stop(ClockStage.Sign, act.At)
            .Start(ClockStage.ReturnDecision, file.Times.ReturnDecision, act.At, act);

    public static Outcome<Ruling> Uphold(CaseFile file, Deed deed, Act act)
    {
        if (Refuse(file, act, out var proposal) is { } refusal)
        {
            return refusal;
        }
        return Ruling.With(new MatterReturnedV1(file.LeadCode, file.Matter.ReturnCount + 1))
            .Upon(file.Matter.LeadUnitId)
            .Decided(proposal!, isApproved: true, deed, act)
            .Stop(ClockStage.ReturnDecision, act.At)
            .EndHoldings(HoldingEnd.Returned, act.At)
            .Change(m =>
            {
                m.ReturnCount++;
                m.LeadUnitId = null;
                m.HandlerId = null;
            });
    }

    public static Outcome<Ruling> Reject(CaseFile file, Deed deed, Act act)
    {
        if (Refuse(file, act, out var proposal) is { } refusal)
        {
            return refusal;
        }
        return Ruling.With(new MatterReturnRejectedV1(file.LeadCode))
            .Upon(file.Matter.LeadUnitId)
            .Decided(proposal!, isApproved: false, deed, act)
            .Stop(ClockStage.ReturnDecision, act.At)
            .Start(ClockStage.Sign, file.Times.Sign, act.At, act)
            .Change(m => m.IsReturnBarred = true);
    }

    private static Refusal? Refuse(CaseFile file, Act act, out Proposal? proposal)
    {
        proposal = file.Open(ProposalKind.Return);
        return proposal is null ? new NothingToDecide()
            : act.IsSame(proposal.ProposedById, proposal.ProposedByName) ? new SamePerson()
            : null;
    }
}
