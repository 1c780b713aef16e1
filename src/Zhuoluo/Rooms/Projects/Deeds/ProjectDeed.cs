namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>What somebody wants to do to a project; which fields a verb needs stands in the table.</summary>
internal sealed record ProjectDeed(long ProjectId, ProjectVerb Verb)
{
    public string? Text { get; init; }

    /// <summary>When it was so; today where nothing is said.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Until when: the new day asked for, the end of the publicity period, the day of an answer.</summary>
    public DateOnly? Until { get; init; }
    public long? ProgrammeId { get; init; }
    public DelayReason? Reason { get; init; }

    /// <summary>The node, target or money row.</summary>
    public long? ItemId { get; init; }

    /// <summary>Thousandths of a target's unit.</summary>
    public long? Reached { get; init; }

    /// <summary>Whole fen.</summary>
    public long? Arrived { get; init; }
    public long? Paid { get; init; }
    public string? LeaderName { get; init; }
    public string? LeaderPost { get; init; }
    public long? LeaderId { get; init; }
    public LetterStep? Letter { get; init; }
    public int ExpectedVersion { get; init; }
    public string? OnceKey { get; init; }
}
