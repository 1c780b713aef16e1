namespace Zhuoluo.Rooms.Calendars;

/// <summary>An imported holiday notice; it stands in place of the shipped data of that year.</summary>
internal sealed class ImportedYear
{
    public required int Year { get; init; }
    public required DateTimeOffset ImportedAt { get; set; }
}

/// <summary>One named day of an imported notice.</summary>
internal sealed class ImportedDay
{
    public required DateOnly Day { get; init; }

    /// <summary>The notice it stands in; a notice may name days of the December before.</summary>
    public required int Year { get; init; }
    public required DayKind Kind { get; init; }
    public required string Name { get; init; }
}

/// <summary>One edition of a profile. Editions are never changed; a change makes the next one.</summary>
internal sealed class ProfileEdition
{
    public required long Id { get; init; }
    public required string Code { get; init; }
    public required int Edition { get; init; }
    public required string Name { get; init; }
    public required string Source { get; init; }
    public required DayEnd DayEnd { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required string ChangedBy { get; init; }
}

internal sealed class ProfileEditionRow
{
    public required long EditionId { get; init; }
    public required string Kind { get; init; }
    public required DeadlineUrgency Urgency { get; init; }
    public required DeadlineStep Step { get; init; }
    public required int Number { get; init; }
    public required LimitUnit Unit { get; init; }
}

/// <summary>
/// One row. <see cref="Number"/> goes up with each change of this room, so that every node sees that its snapshot is old.
/// <see cref="RecomputedTo"/> stays behind until all open deadlines were computed again, also over a crash.
/// </summary>
internal sealed class CalendarVersion
{
    public const int TheOne = 1;

    public required int Id { get; init; }
    public required long Number { get; set; }
    public required long RecomputedTo { get; set; }
}
