using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>Which buttons somebody is shown. Says no where the answer is already known to be no; the gate and the rules have the last word.</summary>
internal static class PetitionOffering
{
    public static IReadOnlyList<PetitionTransition> Of(Petition petition, Matter matter, string? leadPath, IReadOnlyList<PetitionRecusal> recusals, Actor who) =>
        recusals.Any(r => r.PersonId == who.PersonId) ? []
        : [.. PetitionTransitions.OutOf(petition.Stage).Where(t => PetitionGate.MayDo(t, leadPath, who) && IsOpenTo(t.Verb, petition, matter, who))];

    private static bool IsOpenTo(PetitionVerb verb, Petition petition, Matter matter, Actor who) => verb switch
    {
        PetitionVerb.Forward => matter.State is MatterState.Registered or MatterState.AwaitingAssignment,
        PetitionVerb.TellAccepted => petition.Route == PetitionRoute.Opinion,
        PetitionVerb.TellElsewhere => petition.Route != PetitionRoute.Opinion,
        PetitionVerb.FlagHard => !petition.IsHard,
        PetitionVerb.UnflagHard => petition.IsHard,
        PetitionVerb.Resolve => petition.ResolvedOn is null,
        PetitionVerb.CheckResolved or PetitionVerb.RejectResolved => petition is { ResolvedOn: not null, CheckedOn: null } && petition.ResolvedById != who.PersonId,
        PetitionVerb.Recuse => who.PersonId is not null && matter.IsOpen && (Organisation.Permissions.May(who, Organisation.Capability.HandlePetition)
            || Organisation.Permissions.May(who, Organisation.Capability.ManagePetitions) || petition.LeadPersonId == who.PersonId),
        _ => true,
    };
}
