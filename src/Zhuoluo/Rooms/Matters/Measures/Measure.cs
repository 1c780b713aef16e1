namespace Zhuoluo.Rooms.Matters.Measures;

/// <summary>
/// Somebody uses the line against its purpose: persuaded, and if that does not help, warned. A person decides, it is reviewed on a day,
/// and nothing is ever blocked by it: every new matter is taken in as before (rules A5.3).
/// </summary>
internal sealed class Measure
{
    public required long Id { get; init; }

    /// <summary>Keyed fingerprint of the requester's telephone.</summary>
    public required byte[] RequesterPrint { get; init; }

    /// <summary>The matter on whose occasion.</summary>
    public required long MatterId { get; init; }
    public required MeasureKind Kind { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
    public required long? TakenById { get; init; }
    public required string TakenByName { get; init; }
    public required DateOnly ReviewOn { get; set; }
    public DateTimeOffset? ReviewedAt { get; set; }
    public long? ReviewedById { get; set; }
    public string ReviewedByName { get; set; } = "";
    public string? ReviewNote { get; set; }

    /// <summary>Lifted at a review; null while it stands.</summary>
    public DateTimeOffset? LiftedAt { get; set; }
}

/// <summary>Numbers are stored; never renumber. There is no third step.</summary>
internal enum MeasureKind { Persuasion = 1, Warning = 2 }
