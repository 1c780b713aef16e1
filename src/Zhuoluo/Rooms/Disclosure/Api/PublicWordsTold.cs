namespace Zhuoluo.Rooms.Disclosure.Api;

/// <summary>A matter of the public list.</summary>
internal sealed record PublicLine(string Number, string? Title, string Kind, string Channel, string State, string Outcome)
{
    public required string? Unit { get; init; }
    public required string Town { get; init; }
    public required string? Category { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required string? Page { get; init; }
}

/// <summary>A checked text with what the public may know of its way.</summary>
internal sealed record PublicMatter(PublicLine Matter, string? Text, string? Answer)
{
    public required DateTimeOffset? CheckedAt { get; init; }

    /// <summary>The first deadline that was told; later ones never take its place.</summary>
    public required DateTimeOffset? FirstPromise { get; init; }
    public required int Round { get; init; }
    public required IReadOnlyList<PublicStep> Story { get; init; }
    public required IReadOnlyList<PublicHolding> Held { get; init; }
}

internal sealed record PublicStep(string What, DateTimeOffset At, string? Unit, DateTimeOffset? DueAt);

internal sealed record PublicHolding(string? Unit, DateTimeOffset From, DateTimeOffset? To, bool Returned);

/// <summary>All counts come from the same tallies; confidential matters are in none of them.</summary>
internal sealed record PublicCounts(
    DateTimeOffset AsOf, IReadOnlyList<PublicCount> Months, IReadOnlyList<PublicCount> Towns, IReadOnlyList<PublicCount> Categories,
    IReadOnlyDictionary<string, long> Outcomes, IReadOnlyList<PublicDrive> Drives);

/// <param name="Key">Month, or code of the town or category; "" for matters without a category.</param>
/// <param name="Received">Raised.</param>
/// <param name="Closed">Answered and closed; says nothing about whether solved.</param>
/// <param name="Open">Being handled.</param>
/// <param name="Otherwise">Declined, passed on, merged, repeated, withdrawn.</param>
/// <param name="Records">The page that lists exactly these.</param>
internal sealed record PublicCount(string Key, long Received, long Closed, long Open, long Otherwise, string? Records);

internal sealed record PublicDrive(string Code, string Name, long Received, long Closed, string Records);
