namespace Zhuoluo.Rooms.Evaluation;

/// <summary>A judgement that is not counted, with who asked, why, on what evidence, and who else agreed (rules A4.4). Its number stands beside every rate.</summary>
internal sealed class RateExclusion
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required int Round { get; init; }
    public long? UnitId { get; init; }
    public required ExclusionReason Reason { get; init; }
    public required string Detail { get; init; }
    public required string Evidence { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public long? AskedById { get; init; }
    public string AskedByName { get; init; } = "";
    public DateTimeOffset? DecidedAt { get; set; }
    public long? DecidedById { get; set; }
    public string DecidedByName { get; set; } = "";
    public bool? IsApproved { get; set; }
    public string? Note { get; set; }
}

/// <summary>Numbers are stored; never renumber. The first two come from the calls themselves and are not asked for.</summary>
internal enum ExclusionReason
{
    NoContact = 1,
    WantsNoCall = 2,
    Inadmissible = 3,
    DuplicateMerged = 4,
    LegallyImpossible = 5,
    Malicious = 6,
    Misrated = 7,
}
