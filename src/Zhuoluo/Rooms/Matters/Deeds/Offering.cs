using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Which buttons somebody is shown. Says no where the answer is already known to be no; the gate and the verbs have the last word.</summary>
internal static class Offering
{
    public static IReadOnlyList<Transition> Of(Matter matter, IReadOnlyList<Proposal> open, Actor who, DateTimeOffset now, OfficesSnapshot offices)
    {
        var path = matter.LeadUnitId is { } id ? offices.Unit(id)?.Path : null;
        return [.. Transitions.OutOf(matter.State).Where(t => t.Who is { } capability
            && (Permissions.May(who, capability, path ?? (Unassigned(t.Verb) ? null : "/")) || (t.Verb == Verb.Withdraw && Permissions.May(who, capability))
                || SupervisorHands.May(matter, who, capability))
            && IsOpenTo(t.Verb, matter, open, who, now))];
    }

    // Before there is a lead, a window's own matters are the only ones its clerk sees at all.
    private static bool Unassigned(Verb verb) => verb is Verb.EscalateFromWindow or Verb.Withdraw;

    private static bool IsOpenTo(Verb verb, Matter matter, IReadOnlyList<Proposal> open, Actor who, DateTimeOffset now) => verb switch
    {
        Verb.EscalateFromWindow => !matter.IsWindowEscalation,
        Verb.ConfirmDecline or Verb.RejectDecline => MayDecide(ProposalKind.Decline, open, who),
        Verb.UpholdReturn or Verb.RejectReturn => MayDecide(ProposalKind.Return, open, who),
        Verb.Return => !matter.IsReturnBarred,
        Verb.RequestExtension => matter.ExtensionCount == 0 && matter.DueAt > now && !open.Any(p => p.Kind == ProposalKind.Extension),
        Verb.ApproveExtension or Verb.RefuseExtension => MayDecide(ProposalKind.Extension, open, who),
        Verb.ProposeSuspension => !open.Any(p => p.Kind == ProposalKind.Suspension),
        Verb.ApproveSuspension or Verb.RefuseSuspension => MayDecide(ProposalKind.Suspension, open, who),
        Verb.Escalate => matter.Round >= EscalateMatter.Enough || matter.ReturnCount >= EscalateMatter.Enough,
        Verb.Close => matter.State != MatterState.Merged,
        _ => true,
    };

    private static bool MayDecide(ProposalKind kind, IReadOnlyList<Proposal> open, Actor who) => open.Any(p => p.Kind == kind && p.DecidedAt is null
        && (who.PersonId is { } id ? id != p.ProposedById : p.ProposedById is not null || p.ProposedByName != who.Name));
}
