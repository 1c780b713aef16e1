using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// Not taking a matter up: for a reason of the legal list (rules A2.4), proposed by one person and confirmed by another.
/// A window's clerk has no part in it and can only pass the matter up (row G06).
/// </summary>
internal static class DeclineMatter
{
    public static Outcome<Ruling> EscalateFromWindow(CaseFile file) => file.Matter.IsWindowEscalation
        ? new AlreadyAsked()
        : Ruling.With(new MatterEscalatedFromWindowV1(file.CodeOf(file.Office)))
            .Upon(file.Office?.Id)
            .Change(m => m.IsWindowEscalation = true);

    public static Outcome<Ruling> Propose(CaseFile file, Deed deed, Act act) => CodeList.Decline.Has(deed.ReasonCode)
        ? Ruling.With(new MatterDeclineProposedV1(new Code(deed.ReasonCode!))).Add(file.Propose(ProposalKind.Decline, deed, act))
        : new UnknownValue("reasonCode");

    public static Outcome<Ruling> Confirm(CaseFile file, Deed deed, Act act)
    {
        if (Refuse(file, act, out var proposal) is { } refusal)
        {
            return refusal;
        }
        return Ruling.With(new MatterDeclinedV1(new Code(proposal!.ReasonCode!)))
            .Decided(proposal, isApproved: true, deed, act)
            .StopAll(act.At)
            .Change(m => m.IsWindowEscalation = false);
    }

    public static Outcome<Ruling> Reject(CaseFile file, Deed deed, Act act)
    {
        if (Refuse(file, act, out var proposal) is { } refusal)
        {
            return refusal;
        }
        var ruling = Ruling.With(new MatterDeclineRejectedV1(new Code(proposal!.ReasonCode!)))
            .Decided(proposal, isApproved: false, deed, act)
            .Change(m => m.IsWindowEscalation = false);
        return file.Running is null ? ruling.Start(ClockStage.Handle, file.Times.Handle, file.Matter.RegisteredAt, act) : ruling;
    }

    private static Refusal? Refuse(CaseFile file, Act act, out Proposal? proposal)
    {
        proposal = file.Open(ProposalKind.Decline);
        return proposal is null ? new NothingToDecide()
            : act.IsSame(proposal.ProposedById, proposal.ProposedByName) ? new SamePerson()
            : null;
    }
}
