namespace Zhuoluo.Rooms.Matters.Access;

/// <summary>Somebody outside the lead unit opened a matter's page (rules F1, F2: record level). Own work is not kept.</summary>
internal sealed class AccessRecord
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required long PersonId { get; init; }
    public required string PersonName { get; init; }

    /// <summary>The office acted for; null where it is none of the list.</summary>
    public long? OfficeId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A reveal that somebody should ask about (rules F5.2): one of many, outside the own work, or outside office hours.</summary>
internal sealed class RevealAlarm
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required long PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateTimeOffset At { get; init; }
    public required AlarmCauses Causes { get; init; }

    /// <summary>How many this person opened within the window that is counted.</summary>
    public required int Count { get; init; }
    public DateTimeOffset? SeenAt { get; set; }
    public string SeenByName { get; set; } = "";

    /// <summary>What came of asking.</summary>
    public string? Finding { get; set; }
}

/// <summary>Numbers are stored; never renumber.</summary>
[Flags]
internal enum AlarmCauses { None = 0, Many = 1, OutsideWork = 2, OutsideHours = 4 }
