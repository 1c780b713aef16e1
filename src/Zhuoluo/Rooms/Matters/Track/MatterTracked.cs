namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>One's own matter in the API's words.</summary>
internal sealed record MatterTracked(string Number, string State, string? Outcome)
{
    public required string? Unit { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>A year without a holiday notice took part; the day may still move.</summary>
    public required bool Provisional { get; init; }
    public required int Round { get; init; }

    /// <summary>What the unit wants to know; the clock stands still until it is answered.</summary>
    public required string? Question { get; init; }
    public required IReadOnlyList<TrackedStep> Steps { get; init; }
    public required IReadOnlyList<TrackedAnswer> Answers { get; init; }
}

internal sealed record TrackedStep(string Verb, DateTimeOffset At, string State, DateTimeOffset? DueAt);

internal sealed record TrackedAnswer(int Round, string Outcome, string Text, DateTimeOffset At);
