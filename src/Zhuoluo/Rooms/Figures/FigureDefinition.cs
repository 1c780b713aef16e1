namespace Zhuoluo.Rooms.Figures;

/// <summary>
/// What a figure is: of which records, how counted, under which conditions, by which date it belongs to a period, and what it is called. Frozen: a change
/// is the next version, and what was stated keeps the one it was stated by.
/// </summary>
internal sealed record FigureDefinition
{
    public const int LongestName = 60;
    public const int MostParts = 24;

    /// <summary>Lower case words with dots, such as projects.closed.</summary>
    public required string Key { get; init; }
    public int Version { get; init; } = 1;

    /// <summary>As documents say it, in Chinese.</summary>
    public required string Name { get; init; }
    public string? English { get; init; }

    /// <summary>Other names under which texts speak of it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Heading under which it is listed.</summary>
    public string Group { get; init; } = "own";
    public required FigureMeasure Measure { get; init; }

    /// <summary>Key of an <see cref="IFigureSource"/>; null for what is made of other figures or comes from outside.</summary>
    public string? Source { get; init; }

    /// <summary>Which amount of the source is added up or told apart.</summary>
    public string? Amount { get; init; }
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>The date that decides the period; null for what stands as it stands.</summary>
    public string? Day { get; init; }

    /// <summary>Keys of figures: numerator and denominator of a rate, the parts of a total.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>What a rate leaves out of its base, said beside it.</summary>
    public string? Excluded { get; init; }

    /// <summary>件, 人, 人次, 元, % ...: figures of two units never add.</summary>
    public required string Unit { get; init; }

    /// <summary>Places behind the point, half away from zero (rules G3.8).</summary>
    public int Decimals { get; init; }

    /// <summary>What has to be known beside the conditions.</summary>
    public string? Note { get; init; }

    /// <summary>Code of the place to which it is limited; null for everywhere.</summary>
    public string? Place { get; init; }

    /// <summary>The period of a figure that speaks of one; a report of another period asks for its own.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Lines of the published tables that it answers.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>No longer offered; what was stated stays.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>What grades weigh, where they are added up by weight: every version that is known, filled in by whoever reads definitions and frozen with what is stated.</summary>
    public IReadOnlyList<FigureWeights>? Weights { get; init; }

    public bool IsMoney => Unit == "元";
}

/// <summary>Numbers stand in entries; never renumber.</summary>
internal enum FigureMeasure
{
    /// <summary>How many records.</summary>
    Count = 1,

    /// <summary>An amount of theirs added up.</summary>
    Sum = 2,

    /// <summary>How many different ones.</summary>
    Distinct = 3,

    /// <summary>One figure in a hundred of another.</summary>
    Rate = 4,

    /// <summary>Figures of one unit added up; a person answers for it that no record is in two.</summary>
    Total = 5,

    /// <summary>Told by somebody else, with source and day; estimate or final.</summary>
    External = 6,
}
