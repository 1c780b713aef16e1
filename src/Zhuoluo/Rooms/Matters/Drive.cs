namespace Zhuoluo.Rooms.Matters;

/// <summary>A named campaign with a period, to which visits, shifts and matters belong (rows D01-D05).</summary>
internal sealed class Drive
{
    public required long Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required DriveKind Kind { get; init; }
    public required DateOnly From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>Numbers that stand in the name ("a hundred secretaries, ten thousand households"). A label, never a count of records.</summary>
    public int? LabelVisitors { get; set; }
    public int? LabelHouseholds { get; set; }
}

internal enum DriveKind { Survey = 1, HouseholdVisits = 2, HallDuty = 3, LeaderVisits = 4, NeedsAndPlans = 5, Other = 9 }

/// <summary>One round of visits by one person on one day: a count of households, no household's identity.</summary>
internal sealed class Visit
{
    public required long Id { get; init; }
    public required long DriveId { get; init; }
    public long? VisitorId { get; init; }

    /// <summary>The visitor as the file names them when they have no account; staff only.</summary>
    public required string VisitorName { get; init; }
    public required string PlaceCode { get; init; }
    public required string TownCode { get; init; }
    public long? UnitId { get; init; }
    public required DateOnly On { get; init; }
    public required int Households { get; init; }
    public string? Note { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A head's turn in the hall (row D03).</summary>
internal sealed class DutyShift
{
    public required long Id { get; init; }
    public required long DriveId { get; init; }
    public required DateOnly On { get; init; }
    public required string HeadName { get; init; }
    public long? UnitId { get; init; }
    public string? Slot { get; init; }
    public bool IsCancelled { get; set; }
}
