namespace Zhuoluo.Rooms.Evaluation;

/// <summary>
/// Somebody whose matter was answered is not satisfied: a bad rating, or "not solved" on a call. It stays on the list until one of the
/// four lawful exits (rules A2.18), or until another person found that the rating was a mistake or malicious (rules A7.4).
/// </summary>
internal sealed class Dissatisfaction
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }

    /// <summary>The round that was judged.</summary>
    public required int Round { get; init; }
    public required DissatisfactionSource Source { get; init; }
    public long? RatingId { get; init; }

    /// <summary>The unit that was judged.</summary>
    public long? UnitId { get; init; }
    public int? Grade { get; init; }
    public required DissatisfactionState State { get; set; }

    /// <summary>What was asked for and waits for another person.</summary>
    public DissatisfactionExit AskedExit { get; set; }

    /// <summary>The last round of which the requester said what they think; a fix is an approved answer of a later one.</summary>
    public required int JudgedRound { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Until when somebody must have called (rules A7.5: one working day).</summary>
    public required DateTimeOffset CallDueAt { get; init; }

    /// <summary>Until when it must be put right and reported (rules A7.5: five working days).</summary>
    public required DateTimeOffset FixDueAt { get; init; }
    public DateTimeOffset? CalledAt { get; set; }
    public DateTimeOffset? FixedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When what was put off is looked at again.</summary>
    public DateOnly? ReviewOn { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>One line of its history. Never changed.</summary>
internal sealed class DissatisfactionStep
{
    public required long Id { get; init; }
    public required long DissatisfactionId { get; init; }
    public required DissatisfactionVerb Verb { get; init; }
    public required DissatisfactionState FromState { get; init; }
    public required DissatisfactionState ToState { get; init; }
    public required DateTimeOffset At { get; init; }
    public long? PersonId { get; init; }
    public string PersonName { get; init; } = "";
    public string? Note { get; init; }
    public DissatisfactionExit Exit { get; init; }
    public DateOnly? ReviewOn { get; init; }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum DissatisfactionSource
{
    Rating = 1,

    /// <summary>The call before the close.</summary>
    CallBack = 2,

    /// <summary>A call of the monthly draw.</summary>
    Draw = 3,
}

/// <summary>Numbers are stored; never renumber. From 6 on it has left the list.</summary>
internal enum DissatisfactionState
{
    AwaitingCall = 1,
    Verified = 2,
    Fixing = 3,
    AwaitingSecondCall = 4,
    AwaitingDecision = 5,

    /// <summary>重办后满意.</summary>
    Settled = 6,

    /// <summary>研判销号: looked into by another person; nothing more can be done, and the requester was told why.</summary>
    Judged = 7,

    /// <summary>延期销号: complex, with a date and a reason; comes back when the date is there.</summary>
    Deferred = 8,

    /// <summary>移交销号.</summary>
    HandedOver = 9,

    /// <summary>A mistake or malicious: not counted.</summary>
    Struck = 10,
}

/// <summary>The exits that a unit asks for and another person grants. Numbers are those of the states they lead to.</summary>
internal enum DissatisfactionExit { None = 0, Judged = 7, Deferred = 8, HandedOver = 9, Struck = 10 }

/// <summary>Numbers are stored; never renumber.</summary>
internal enum DissatisfactionVerb
{
    Open = 1,
    Call = 2,
    MissCall = 3,
    GiveUpCalling = 4,
    Fix = 5,
    ReportFix = 6,
    Explain = 7,
    Settle = 8,
    StillDissatisfied = 9,
    AskExit = 10,
    GrantExit = 11,
    RefuseExit = 12,
    TakeUpAgain = 13,
}

internal static class DissatisfactionStates
{
    public static bool IsOnList(this DissatisfactionState state) => state < DissatisfactionState.Settled;
}
