namespace Zhuoluo.Rooms.Matters.Terms;

/// <summary>A word of a topic: another name for the same, or a sign that a text belongs there or does not (rules G1.5).</summary>
internal sealed class Term
{
    public const int LongestText = 40;
    public const int HeaviestWeight = 10;

    public required long Id { get; init; }
    public required string CategoryCode { get; init; }
    public required TermKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>The usual word that it is another word for; null for the topic's own name.</summary>
    public string? StandsFor { get; set; }

    /// <summary>How much it counts for a guess of the topic, 1 to 10.</summary>
    public int Weight { get; set; } = 1;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum TermKind
{
    /// <summary>同义词: widens a search.</summary>
    Synonym = 1,

    /// <summary>地方叫法: widens a search.</summary>
    LocalName = 2,

    /// <summary>关键词: a sign of the topic.</summary>
    Keyword = 3,

    /// <summary>常见描述: how people put it, a sign of the topic.</summary>
    Description = 4,

    /// <summary>排除项: a sign that it is not the topic.</summary>
    Exclusion = 5,
}
