using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>An opinion of one level: the claim, facts and reasons, the opinion, its basis (article 32). A level that starts anew adds a row.</summary>
internal sealed class PetitionRound
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required OpinionLevel Level { get; init; }

    /// <summary>The unit that decides, or null when <see cref="Body"/> above this county does.</summary>
    public long? UnitId { get; init; }
    public string? Body { get; init; }

    /// <summary>The day on which the petitioner asked for this review.</summary>
    public DateOnly? AskedOn { get; init; }
    public string? Claim { get; set; }
    public string? Facts { get; set; }
    public string? Opinion { get; set; }
    public string? Basis { get; set; }
    public OpinionOutcome? Outcome { get; set; }
    public ReviewRuling? Ruling { get; set; }

    /// <summary>The day of the document, and the day on which it reached the petitioner, from which the next 30 days run.</summary>
    public DateOnly? DecidedOn { get; set; }
    public DateOnly? DeliveredOn { get; set; }
    public long? PersonId { get; set; }
    public string PersonName { get; set; } = "";
}

/// <summary>Somebody leads the case (包案): a person who holds a role now. A hand-over ends one row and begins the next.</summary>
internal sealed class PetitionLead
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required long PersonId { get; init; }
    public required string PersonName { get; init; }
    public required long UnitId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
}

/// <summary>A line of the diary: somebody went there, talked, called. For staff; no count of it is ever made per person (rules D2).</summary>
internal sealed class PetitionNote
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required NoteKind Kind { get; init; }
    public required DateOnly On { get; init; }
    public required string Text { get; init; }
    public required long? PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Somebody with a direct interest stands aside (article 28): from then on every deed of theirs is refused.</summary>
internal sealed class PetitionRecusal
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required long PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>One line of the petition's own history.</summary>
internal sealed class PetitionStep
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required PetitionVerb Verb { get; init; }
    public required PetitionStage From { get; init; }
    public required PetitionStage To { get; init; }
    public required DateTimeOffset At { get; init; }
    public required ActorKind ActorKind { get; init; }
    public long? PersonId { get; init; }
    public string PersonName { get; init; } = "";
    public long? OfficeId { get; init; }
    public long? UnitId { get; init; }
    public string? Note { get; init; }
}
