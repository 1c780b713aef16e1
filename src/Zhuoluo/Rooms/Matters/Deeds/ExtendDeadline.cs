using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>More time: asked for before the deadline, once, granted by another person, the reason told to the requester (rules A2.11).</summary>
internal static class ExtendDeadline
{
    public static Outcome<Ruling> Ask(CaseFile file, Deed deed, Act act)
    {
        if (file.Matter.ExtensionCount > 0)
        {
            return new AlreadyExtended();
        }
        if (file.Open(ProposalKind.Extension) is not null)
        {
            return new AlreadyAsked();
        }
        if (file.Matter.DueAt is not { } due || due <= act.At)
        {
            return new DeadlinePassed();
        }
        var most = file.Times.Extension;
        var limit = most;
        if (deed.Limit is not null && !Limit.TryParse(deed.Limit, out limit))
        {
            return new UnknownValue("limit");
        }
        if (limit.Number < 1 || limit.Unit != most.Unit)
        {
            return new UnknownValue("limit");
        }
        if (limit.Number > most.Number)
        {
            return new ExtensionTooLong(most.ToString());
        }
        return Ruling.With(new MatterExtensionAskedV1(new Code(limit.ToString())))
            .Upon(file.Matter.LeadUnitId)
            .Add(file.Propose(ProposalKind.Extension, deed with { Limit = limit.ToString() }, act));
    }

    public static Outcome<Ruling> Approve(CaseFile file, Deed deed, Act act)
    {
        if (Refuse(file, act, out var proposal) is { } refusal)
        {
            return refusal;
        }
        var extension = new ClockExtension
        {
            Id = act.NewId(),
            MatterId = file.Matter.Id,
            Round = file.Matter.Round,
            Limit = proposal!.Limit!,
            GrantedAt = act.At,
        };
        return Ruling.With(new MatterExtendedV1(new Code(proposal.Limit!), file.Running.DueDay()))
            .Upon(file.Matter.LeadUnitId)
            .Decided(proposal, isApproved: true, deed, act)
            .Add(extension)
            .ChangeFile(f => f.Extensions.Add(extension))
            .Change(m => m.ExtensionCount++);
    }

    public static Outcome<Ruling> Refuse(CaseFile file, Deed deed, Act act)
    {
        if (Refuse(file, act, out var proposal) is { } refusal)
        {
            return refusal;
        }
        return Ruling.With(new MatterExtensionRefusedV1(new Code(proposal!.Limit!)))
            .Upon(file.Matter.LeadUnitId)
            .Decided(proposal, isApproved: false, deed, act);
    }

    private static Refusal? Refuse(CaseFile file, Act act, out Proposal? proposal)
    {
        proposal = file.Open(ProposalKind.Extension);
        return proposal is null ? new NothingToDecide()
            : act.IsSame(proposal.ProposedById, proposal.ProposedByName) ? new SamePerson()
            : null;
    }
}
