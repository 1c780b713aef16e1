namespace Zhuoluo.Rooms.Matters;

/// <summary>Something that a unit should look at now. Made once for each occasion; what it says is read from the matter, never copied.</summary>
internal sealed class UnitNotice
{
    public required long Id { get; init; }

    /// <summary>Null for the dispatchers.</summary>
    public required long? UnitId { get; init; }
    public required long MatterId { get; init; }
    public required NoticeKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The occasion, e.g. the step that caused it; unique, so that nobody is told twice.</summary>
    public required string Mark { get; init; }
}

/// <summary>Numbers are stored; never renumber. Text: <c>notice.{kind}</c>.</summary>
internal enum NoticeKind
{
    Assigned = 1,
    Returned = 2,
    ReturnRejected = 3,
    SentBack = 4,
    RequesterReplied = 5,
    Urged = 6,
    Escalated = 7,
    Reopened = 8,
    NearDue = 20,
    Overdue = 21,
    SignOverdue = 22,
    ReviewDay = 23,

    // No notice of its own: the counts of the to-do list in the daily mail.
    ToDo = 24,

    // For supervisors; kept apart, because not each is about a matter.
    RatingAlarm = 40,
    RevealAlarm = 41,
    ConflictRefused = 42,
}
