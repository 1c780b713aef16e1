using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>Of a confidential one neither level nor form.</summary>
internal sealed record PetitionRegisteredV1(SourceLevel? Level, PetitionForm? Form) : IEntry
{
    public static string Kind => "petition.registered";
    public static int Version => 1;
}

/// <summary>An accusation says nothing of itself: it is confidential from then on.</summary>
internal sealed record PetitionSortedV1(PetitionSort? Sort, PetitionRoute? Route) : IEntry
{
    public static string Kind => "petition.sorted";
    public static int Version => 1;
}

internal sealed record PetitionForwardedV1(Code? Unit, bool IsInTime) : IEntry
{
    public static string Kind => "petition.forwarded";
    public static int Version => 1;
}

internal sealed record PetitionToldV1(PetitionStage Told, bool IsInTime) : IEntry
{
    public static string Kind => "petition.told";
    public static int Version => 1;
}

internal sealed record PetitionOpinionGivenV1(OpinionOutcome? Outcome, bool IsInTime) : IEntry
{
    public static string Kind => "petition.opinion-given";
    public static int Version => 1;
}

internal sealed record PetitionReviewAskedV1(OpinionLevel Level) : IEntry
{
    public static string Kind => "petition.review-asked";
    public static int Version => 1;
}

internal sealed record PetitionReviewDecidedV1(OpinionLevel Level, ReviewRuling? Ruling, bool IsInTime) : IEntry
{
    public static string Kind => "petition.review-decided";
    public static int Version => 1;
}

internal sealed record PetitionHearingHeldV1(bool IsOver) : IEntry
{
    public static string Kind => "petition.hearing-held";
    public static int Version => 1;
}

internal sealed record PetitionRepeatedV1(int Times) : IEntry
{
    public static string Kind => "petition.repeated";
    public static int Version => 1;
}

internal sealed record PetitionHardFlaggedV1(bool IsHard) : IEntry
{
    public static string Kind => "petition.hard-flagged";
    public static int Version => 1;
}

/// <param name="Unit">For which unit the lead acts; absent for a confidential one.</param>
/// <param name="IsHandOver">Somebody led it before.</param>
internal sealed record PetitionLeadGivenV1(Code? Unit, bool IsHandOver) : IEntry
{
    public static string Kind => "petition.lead-given";
    public static int Version => 1;
}

internal sealed record PetitionNotedV1(NoteKind Noted) : IEntry
{
    public static string Kind => "petition.noted";
    public static int Version => 1;
}

/// <param name="Days">Natural days since it was received.</param>
internal sealed record PetitionResolvedV1(int Days) : IEntry
{
    public static string Kind => "petition.resolved";
    public static int Version => 1;
}

internal sealed record PetitionResolutionCheckedV1(bool IsResolved) : IEntry
{
    public static string Kind => "petition.resolution-checked";
    public static int Version => 1;
}

internal sealed record PetitionRecusedV1(bool WasLead) : IEntry
{
    public static string Kind => "petition.recused";
    public static int Version => 1;
}
