using Zhuoluo.Rooms.Organisation;
using static Zhuoluo.Rooms.Matters.Petitions.PetitionNeeds;
using static Zhuoluo.Rooms.Matters.Petitions.PetitionStage;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>One line of the table: at this stage, this verb, to that stage, for whom, with what.</summary>
internal sealed record PetitionTransition(PetitionStage From, PetitionVerb Verb, PetitionStage To, Capability Who, PetitionNeeds Needs, string Entry);

/// <summary>What a verb cannot do without.</summary>
[Flags]
internal enum PetitionNeeds
{
    Nothing = 0,
    Sort = 1,
    Unit = 2,
    Text = 4,
    Opinion = 8,
    Reviewer = 16,
    Ruling = 32,
    Day = 64,
    Person = 128,
    NoteKind = 256,
    OtherPerson = 512,
    Delivered = 1024,
}

/// <summary>
/// The petition's own way by its law, beside the matter's (<see cref="Transitions"/>), which alone says open or closed. Buttons, checks,
/// docs/petitions.md and the exhaustive test read this; what is not in it cannot be done.
/// </summary>
internal static class PetitionTransitions
{
    private static readonly PetitionStage[] _anywhere = Enum.GetValues<PetitionStage>();
    private static readonly PetitionStage[] _withAUnit = [.. _anywhere.Where(s => s >= Forwarded)];

    public static IReadOnlyList<PetitionTransition> All { get; } =
    [
        .. From([Registered, Sorted], PetitionVerb.Sort, Sorted, Capability.ManagePetitions, PetitionNeeds.Sort, "petition.sorted"),
        .. From([Sorted, Forwarded], PetitionVerb.Forward, Forwarded, Capability.ManagePetitions, PetitionNeeds.Unit, "petition.forwarded"),
        new(Forwarded, PetitionVerb.TellAccepted, Handling, Capability.HandlePetition, Nothing, "petition.told"),
        new(Forwarded, PetitionVerb.TellElsewhere, Elsewhere, Capability.HandlePetition, Text, "petition.told"),
        new(Forwarded, PetitionVerb.TellNotAccepted, NotAccepted, Capability.HandlePetition, Text, "petition.told"),
        new(Handling, PetitionVerb.GiveOpinion, OpinionGiven, Capability.HandlePetition, Opinion | Delivered, "petition.opinion-given"),
        new(OpinionGiven, PetitionVerb.AskReview, InReview, Capability.ManagePetitions, Reviewer | Day, "petition.review-asked"),
        new(InReview, PetitionVerb.DecideReview, Reviewed, Capability.ManagePetitions, Opinion | Ruling | Delivered, "petition.review-decided"),
        .. From([InReview, InSecondReview], PetitionVerb.Revoke, Handling, Capability.ManagePetitions, Text | Delivered, "petition.review-decided"),
        new(Reviewed, PetitionVerb.AskSecondReview, InSecondReview, Capability.ManagePetitions, Reviewer | Day, "petition.review-asked"),
        new(InSecondReview, PetitionVerb.BeginHearing, InSecondReview, Capability.ManagePetitions, Nothing, "petition.hearing-held"),
        new(InSecondReview, PetitionVerb.EndHearing, InSecondReview, Capability.ManagePetitions, Nothing, "petition.hearing-held"),
        new(InSecondReview, PetitionVerb.DecideSecondReview, Final, Capability.ManagePetitions, Opinion | Ruling | Delivered, "petition.review-decided"),
        .. From(_anywhere, PetitionVerb.AddRepeat, null, Capability.ManagePetitions, Day | Text, "petition.repeated"),
        .. From(_anywhere, PetitionVerb.FlagHard, null, Capability.ManagePetitions, Text, "petition.hard-flagged"),
        .. From(_anywhere, PetitionVerb.UnflagHard, null, Capability.ManagePetitions, Text, "petition.hard-flagged"),
        .. From(_anywhere, PetitionVerb.GiveLead, null, Capability.ManagePetitions, PetitionNeeds.Person, "petition.lead-given"),
        .. From(_withAUnit, PetitionVerb.Note, null, Capability.HandlePetition, PetitionNeeds.NoteKind | Day | Text, "petition.noted"),
        .. From(_withAUnit, PetitionVerb.Resolve, null, Capability.HandlePetition, Day | Text, "petition.resolved"),
        .. From(_withAUnit, PetitionVerb.CheckResolved, null, Capability.CheckPetition, OtherPerson, "petition.resolution-checked"),
        .. From(_withAUnit, PetitionVerb.RejectResolved, null, Capability.CheckPetition, Text | OtherPerson, "petition.resolution-checked"),
        .. From(_anywhere, PetitionVerb.Recuse, null, Capability.SeeMatters, Nothing, "petition.recused"),
    ];

    private static readonly Dictionary<(PetitionStage, PetitionVerb), PetitionTransition> _byStageAndVerb = All.ToDictionary(t => (t.From, t.Verb));

    public static PetitionTransition? Find(PetitionStage from, PetitionVerb verb) => _byStageAndVerb.GetValueOrDefault((from, verb));

    public static IEnumerable<PetitionTransition> OutOf(PetitionStage from) => All.Where(t => t.From == from);

    // A null target means that the verb leaves the petition where it is.
    private static IEnumerable<PetitionTransition> From(PetitionStage[] stages, PetitionVerb verb, PetitionStage? to, Capability who, PetitionNeeds needs, string entry) =>
        stages.Select(s => new PetitionTransition(s, verb, to ?? s, who, needs, entry));
}
