using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// What cannot be solved now for objective reasons: with a plan and a day of review it stays on the open list. No closure, and it
/// does not count as solved (rules A2.12).
/// </summary>
internal static class SuspendMatter
{
    public const string PauseReason = "suspended";

    public static Outcome<Ruling> Ask(CaseFile file, Deed deed, Act act)
    {
        if (file.Open(ProposalKind.Suspension) is not null)
        {
            return new AlreadyAsked();
        }
        if (deed.ReviewOn <= LocalDay.Of(act.At))
        {
            return new NotInTheFuture("reviewOn");
        }
        return Ruling.With(new MatterSuspensionAskedV1(deed.ReviewOn!.Value))
            .Upon(file.Matter.LeadUnitId)
            .Add(file.Propose(ProposalKind.Suspension, deed, act));
    }

    public static Outcome<Ruling> Approve(CaseFile file, Deed deed, Act act)
    {
        if (Refuse(file, act, out var proposal) is { } refusal)
        {
            return refusal;
        }
        return Ruling.With(new MatterSuspendedV1(proposal!.ReviewOn!.Value))
            .Upon(file.Matter.LeadUnitId)
            .Decided(proposal, isApproved: true, deed, act)
            .Pause(PauseReason, act);
    }

    public static Outcome<Ruling> Refuse(CaseFile file, Deed deed, Act act)
    {
        if (Refuse(file, act, out var proposal) is { } refusal)
        {
            return refusal;
        }
        return Ruling.With(new MatterSuspensionRefusedV1(proposal!.ReviewOn!.Value))
            .Upon(file.Matter.LeadUnitId)
            .Decided(proposal, isApproved: false, deed, act);
    }

    public static Outcome<Ruling> Resume(CaseFile file, Act act)
    {
        var since = file.Pauses.LastOrDefault(p => p.To is null)?.From ?? act.At;
        return Ruling.With(new MatterResumedV1(LocalDay.Of(act.At).DayNumber - LocalDay.Of(since).DayNumber))
            .Upon(file.Matter.LeadUnitId)
            .EndPauses(act.At);
    }

    private static Refusal? Refuse(CaseFile file, Act act, out Proposal? proposal)
    {
        proposal = file.Open(ProposalKind.Suspension);
        return proposal is null ? new NothingToDecide()
            : act.IsSame(proposal.ProposedById, proposal.ProposedByName) ? new SamePerson()
            : null;
    }
}
