namespace Zhuoluo.Rooms.Projects;

/// <summary>A promise on a list (rules B2): one lead unit, one leader, one date that stays visible, one computed light.</summary>
internal sealed class Project
{
    public const int LongestName = 120;
    public const int LongestText = 2000;

    public required long Id { get; init; }

    /// <summary>Such as P2021-00042.</summary>
    public required string Number { get; init; }
    public required int Year { get; init; }
    public required string Name { get; set; }

    /// <summary>Topic of the list of fields (row E11).</summary>
    public string? FieldCode { get; set; }
    public required ProjectSource Source { get; init; }
    public required PublicLevel Level { get; init; }
    public required ProjectState State { get; set; }

    /// <summary>Where it stood before it was paused.</summary>
    public ProjectState? PausedFrom { get; set; }

    /// <summary>What is built and how much, in the words of the list.</summary>
    public required string Content { get; set; }
    public required string PlaceCode { get; init; }

    /// <summary>Degrees times a million; both or none.</summary>
    public int? Latitude { get; set; }
    public int? Longitude { get; set; }
    public required long LeadUnitId { get; set; }

    /// <summary>The leader who leads it, as published: an office holder, not private.</summary>
    public string? LeaderName { get; set; }
    public string? LeaderPost { get; set; }
    public long? LeaderId { get; set; }
    public required DateOnly PlannedStart { get; init; }

    /// <summary>The day promised now.</summary>
    public required DateOnly PlannedFinish { get; set; }

    /// <summary>The day promised first. It stays visible for ever.</summary>
    public required DateOnly FirstFinish { get; init; }

    /// <summary>Days between the two.</summary>
    public int SlipDays { get; set; }
    public DateOnly? StartedOn { get; set; }
    public DateOnly? PartBuiltOn { get; set; }
    public DateOnly? CompletedOn { get; set; }
    public DateOnly? AcceptedOn { get; set; }
    public DateOnly? PublicityFrom { get; set; }
    public DateOnly? PublicityTo { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public DateOnly? LookedBackOn { get; set; }

    /// <summary>Hundredths of a percent; more than 10,000 is lawful where the target is a floor (rules B4.4).</summary>
    public int Done { get; set; }

    /// <summary>First day of the last period of which progress was told.</summary>
    public DateOnly? ReportedFor { get; set; }
    public long? Beneficiaries { get; set; }
    public bool IsHouseholds { get; set; }
    public bool IsEstimated { get; set; }
    public bool IsBreakthrough { get; set; }
    public bool IsCrossYear { get; set; }
    public required ProjectLight Light { get; set; }
    public DateOnly? LightSince { get; set; }

    /// <summary>Why the light stands so, as flags of <see cref="LightCause"/>.</summary>
    public LightCause Causes { get; set; }

    /// <summary>Said beside the light; does not change it (rules B3.3).</summary>
    public DelayReason? Reason { get; set; }

    /// <summary>Good periods since it was red; two lead out of it (rules B3.5).</summary>
    public int GoodPeriods { get; set; }
    public DateOnly? JudgedFor { get; set; }
    public bool IsPublic { get; set; }
    public int OpenObjections { get; set; }
    public long? ReportedById { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }
    public required string UpdatedBy { get; set; }
    public int Version { get; set; } = 1;

    public static int Slip(DateOnly first, DateOnly now) => now.DayNumber - first.DayNumber;

    public Punctuality Punctuality => CompletedOn is not { } done ? Punctuality.Open
        : done < FirstFinish ? Punctuality.Early
        : done == FirstFinish ? Punctuality.OnTime
        : Punctuality.Late;
}
