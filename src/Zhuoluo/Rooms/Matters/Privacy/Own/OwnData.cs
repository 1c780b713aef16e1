namespace Zhuoluo.Rooms.Matters.Privacy.Own;

/// <summary>All that is kept about one person's matter, in words that the person can read and a program too (articles 44, 45).</summary>
internal sealed record OwnData(string Number)
{
    public required DateTimeOffset RegisteredAt { get; init; }
    public required string State { get; init; }
    public required string Text { get; init; }
    public required string? PlaceText { get; init; }
    public required string Place { get; init; }
    public required Contact Contact { get; init; }
    public required int? NoticeVersion { get; init; }

    /// <summary>The day after which it is erased, by the rule that holds; null while it is open.</summary>
    public required DateOnly? KeptUntil { get; init; }
    public required bool IsErased { get; init; }
    public required IReadOnlyList<OwnLine> Answers { get; init; }
    public required IReadOnlyList<OwnQuestion> Questions { get; init; }
    public required IReadOnlyList<OwnLine> Ratings { get; init; }

    /// <summary>Each time somebody opened the contact: when, and why. Staff are not named here.</summary>
    public required IReadOnlyList<OwnLine> Reveals { get; init; }
    public required IReadOnlyList<OwnRequest> Requests { get; init; }
}

internal sealed record OwnLine(DateTimeOffset At, string Text);

internal sealed record OwnQuestion(DateTimeOffset At, string Text, string? Reply);

internal sealed record OwnRequest(DataRight Right, DateTimeOffset AskedAt, DateTimeOffset DueAt, DataRequestState State, string? Answer);
