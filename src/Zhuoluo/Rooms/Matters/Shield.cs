namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// A matter that is kept from somebody (rules F5.1): whom it is about, and which office has it instead. Only its circle knows of it:
/// the supervisors, who is named into it, who handles it; never anybody of the line of the unit it is about.
/// </summary>
internal sealed class Shield
{
    public required long MatterId { get; init; }

    /// <summary>The window or unit it is about; null where only a person is.</summary>
    public long? TargetUnitId { get; init; }

    /// <summary>The member of staff it is about, who can neither see it nor act on it.</summary>
    public long? TargetPersonId { get; init; }

    /// <summary>The office that has it.</summary>
    public required long SupervisorUnitId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }

    /// <summary>Why it was routed there; for the circle. Null where it came in so.</summary>
    public string? Reason { get; set; }
}

/// <summary>Somebody named into the circle of one matter, and why.</summary>
internal sealed class CircleMember
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required long PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ByName { get; init; }
    public required string Reason { get; init; }
}

/// <summary>A supervisor's wish to send a matter to a unit that it names all the same; another person decides (rules F5.2).</summary>
internal sealed class ConflictWaiver
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required long UnitId { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public long? AskedById { get; init; }
    public required string AskedByName { get; init; }
    public required string Reason { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public long? DecidedById { get; set; }
    public string DecidedByName { get; set; } = "";
    public bool? IsApproved { get; set; }
}
