namespace Zhuoluo.Rooms.Projects;

/// <summary>What is promised, counted. A row is never changed: a new one takes its place and the old one stays readable.</summary>
internal sealed class Target
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }

    /// <summary>What is counted, such as roads or households housed; blank where only the unit is known.</summary>
    public required string What { get; init; }

    /// <summary>Thousandths of the unit.</summary>
    public required long Promised { get; init; }
    public required long Reached { get; init; }
    public required string Unit { get; init; }

    /// <summary>Why reached and promised differ at the end; closing asks for it.</summary>
    public string? Variance { get; init; }
    public string? Evidence { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When another row took its place.</summary>
    public DateTimeOffset? SupersededAt { get; set; }
}

/// <summary>Money of one source, whole fen. Superseded like a target.</summary>
internal sealed class MoneyRow
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }
    public required MoneySource Source { get; init; }
    public required long Planned { get; init; }
    public required long Arrived { get; init; }
    public required long Paid { get; init; }

    /// <summary>Number of the budget document.</summary>
    public string? Document { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? SupersededAt { get; set; }
}

internal enum MoneySource { Unsaid = 0, Central = 1, Province = 2, City = 3, County = 4, Bond = 5, Society = 6, Own = 7 }

/// <summary>A step on the way with its share of the whole; shares add up to a hundred.</summary>
internal sealed class Node
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }
    public required int Serial { get; init; }
    public required string Name { get; init; }
    public required int Weight { get; init; }
    public required DateOnly PlannedOn { get; init; }
    public DateOnly? ReachedOn { get; set; }
    public string? Evidence { get; set; }
}

/// <summary>A unit that helps.</summary>
internal sealed class Assisting
{
    public required long ProjectId { get; init; }
    public required long UnitId { get; init; }
}

/// <summary>A later day than promised, or a pause, or an end: asked by one, decided by another, with a reason that the public reads.</summary>
internal sealed class Plea
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }
    public required PleaKind Kind { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public required DelayReason Reason { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public long? AskedById { get; init; }
    public required string AskedByName { get; init; }
    public bool? IsGranted { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecidedByName { get; set; }
    public string? DecisionText { get; set; }
}

internal enum PleaKind { Slip = 1, Pause = 2, Cancel = 3 }

/// <summary>Why something is late, from a short list; a person says it, the light does not listen (rules B3.3).</summary>
internal enum DelayReason { Weather = 1, Policy = 2, Land = 3, Funds = 4, Debt = 5, Approval = 6, Contractor = 7, Other = 8 }

/// <summary>A matter that a project answers (row E01).</summary>
internal sealed class ProjectMatter
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }
    public required long MatterId { get; init; }
    public required DateOnly LinkedOn { get; init; }

    /// <summary>When the close of the project was told to its requester.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>The requester's word on it, once said.</summary>
    public bool? Agrees { get; set; }
}

/// <summary>One line of a project's history. Never changed, never deleted.</summary>
internal sealed class ProjectStep
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }
    public required ProjectVerb Verb { get; init; }
    public required ProjectState From { get; init; }
    public required ProjectState To { get; init; }
    public required DateTimeOffset At { get; init; }
    public long? PersonId { get; init; }
    public required string PersonName { get; init; }
    public long? OfficeId { get; init; }
    public string? Note { get; init; }
}

/// <summary>What a unit tells of one period. A correction is a new row that names the one it takes the place of.</summary>
internal sealed class Progress
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>Hundredths of a percent.</summary>
    public required int Done { get; init; }
    public string? Text { get; init; }
    public string? Problem { get; init; }
    public string? Needs { get; init; }
    public string? Next { get; init; }
    public required DateTimeOffset At { get; init; }
    public long? PersonId { get; init; }
    public required string PersonName { get; init; }
    public required long UnitId { get; init; }
    public long? CorrectsId { get; init; }
    public DateTimeOffset? SupersededAt { get; set; }
}

/// <summary>The light from a day on; kept for ever.</summary>
internal sealed class LightChange
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }
    public required DateOnly On { get; init; }
    public required ProjectLight Light { get; init; }
    public required LightCause Causes { get; init; }

    /// <summary>Hundredths of a point behind; negative when ahead.</summary>
    public required int Behind { get; init; }
}

/// <summary>A letter by which a unit is reminded, warned or ordered (rules B3.4).</summary>
internal sealed class Letter
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }
    public required LetterStep Step { get; init; }
    public required string Text { get; init; }
    public required DateOnly IssuedOn { get; init; }
    public required DateOnly AnswerBy { get; init; }
    public required string IssuedByName { get; init; }
    public string? Answer { get; set; }
    public DateOnly? AnsweredOn { get; set; }
}

internal enum LetterStep { Blue = 1, Orange = 2, Red = 3 }
