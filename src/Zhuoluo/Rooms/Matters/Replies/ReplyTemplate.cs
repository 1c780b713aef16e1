namespace Zhuoluo.Rooms.Matters.Replies;

/// <summary>
/// A text to begin an answer with. Never changed: keeping it again makes the next version of its series, and answers name the version
/// they began with. Places in braces such as {number} are filled from the matter.
/// </summary>
internal sealed class ReplyTemplate
{
    public required long Id { get; init; }

    /// <summary>Id of the first version.</summary>
    public required long SeriesId { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required string Text { get; init; }

    /// <summary>For matters of this topic and below it; null for all.</summary>
    public string? CategoryCode { get; init; }

    /// <summary>For this unit and below it; null for all units.</summary>
    public long? UnitId { get; init; }

    /// <summary>Goes with this outcome; none for any.</summary>
    public MatterOutcome Outcome { get; init; }
    public bool IsCurrent { get; set; } = true;
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeByName { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Whether somebody else must approve the answers to matters of a kind or topic. Without any rule: yes.</summary>
internal sealed class ReviewRule
{
    public required long Id { get; init; }
    public MatterKind? Kind { get; init; }
    public string? CategoryCode { get; init; }
    public required bool IsNeeded { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeByName { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}
