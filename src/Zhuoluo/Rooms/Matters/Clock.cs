namespace Zhuoluo.Rooms.Matters;

/// <summary>One limit that runs or ran for a matter. The facts from which the deadline can be computed and explained again at any time.</summary>
internal sealed class Clock
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required ClockStage Stage { get; init; }
    public required int Round { get; init; }
    public required DateTimeOffset StartAt { get; init; }

    /// <summary>Number and unit, e.g. 5wd (Calendars.Limit).</summary>
    public required string Limit { get; init; }
    public required string ProfileCode { get; init; }
    public required int ProfileVersion { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public bool IsProvisional { get; set; }

    /// <summary>When it stopped: met, or no longer needed.</summary>
    public DateTimeOffset? StoppedAt { get; set; }
}

internal enum ClockStage
{
    Sign = 1,
    Handle = 2,
    ReturnDecision = 3,
    Redo = 4,

    /// <summary>Of a petition: registered and forwarded within 15 days (article 22); then told, and only then handled.</summary>
    Forward = 5,
}

/// <summary>Time that does not count, with its reason (rules A3.3).</summary>
internal sealed class ClockPause
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required DateTimeOffset From { get; init; }
    public DateTimeOffset? To { get; set; }
    public required string Reason { get; init; }
}

/// <summary>More time, granted before the deadline, once (rules A2.11).</summary>
internal sealed class ClockExtension
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required int Round { get; init; }
    public required string Limit { get; init; }
    public required DateTimeOffset GrantedAt { get; init; }
}
