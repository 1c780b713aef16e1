namespace Zhuoluo.Rooms.Projects;

/// <summary>A meeting at which agreements were signed. What was said of it in the papers stands beside what its records add up to.</summary>
internal sealed class SigningEvent
{
    public const int LongestName = 80;

    public required long Id { get; init; }
    public required string Name { get; set; }
    public required DateOnly HeldOn { get; set; }

    /// <summary>Where, in words: such meetings are held in other cities too.</summary>
    public string? Venue { get; set; }

    /// <summary>Who held it.</summary>
    public required long UnitId { get; set; }

    /// <summary>How many agreements were said to be signed; null where nothing was said.</summary>
    public int? StatedCount { get; set; }

    /// <summary>How much was said, whole fen.</summary>
    public long? StatedFen { get; set; }
    public bool IsPublic { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>How many of one type were said to be signed at an event.</summary>
internal sealed class StatedType
{
    public required long EventId { get; init; }
    public required AgreementType Type { get; init; }
    public required int Count { get; init; }
}
