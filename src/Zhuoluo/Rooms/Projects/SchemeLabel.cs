namespace Zhuoluo.Rooms.Projects;

/// <summary>
/// A slogan with numbers in it, such as "4+6+N" (row A06): as many members as it says, or declared open. That a label and its members do not
/// agree is no refusal, because labels are made elsewhere; the page says it in words.
/// </summary>
internal sealed class SchemeLabel
{
    public const int LongestName = 80;

    public required long Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>What it is for, or where it was issued.</summary>
    public string? Source { get; set; }
    public required DateOnly From { get; set; }
    public DateOnly? EndedOn { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>One number of a label with what it counts.</summary>
internal sealed class LabelGroup
{
    public const int Most = 12;

    public required long Id { get; init; }
    public required long LabelId { get; init; }
    public required int Serial { get; init; }
    public required string Name { get; init; }

    /// <summary>The number in the label; null for an N.</summary>
    public int? Stated { get; init; }

    /// <summary>More may join than are named.</summary>
    public required bool IsOpen { get; init; }
}

internal sealed class LabelMember
{
    public const int Most = 60;
    public const int LongestName = 40;

    public required long GroupId { get; init; }
    public required int Serial { get; init; }
    public required string Name { get; init; }

    /// <summary>The field of projects and agreements that belong to it; null where none are counted.</summary>
    public string? Tag { get; init; }
}
