namespace Zhuoluo.Rooms.Figures;

/// <summary>A definition that the office made, one row a version; the last one holds.</summary>
internal sealed class OwnFigure
{
    public required long Id { get; init; }
    public required string Key { get; init; }
    public required int Version { get; init; }

    /// <summary>The definition as JSON.</summary>
    public required string Definition { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeByName { get; init; }
}

/// <summary>A value that others tell, of a period, with where it stands. A later row of the same period takes the place of the earlier one, which stays.</summary>
internal sealed class ExternalValue
{
    public const int LongestSource = 120;

    public required long Id { get; init; }
    public required string Key { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Thousandths of the figure's unit.</summary>
    public required long Value { get; init; }
    public required bool IsEstimate { get; init; }
    public required string ToldBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string RecordedByName { get; init; }
}

/// <summary>
/// A figure as it was told: the definition, of whom and of when, the value, and exactly which records. Never changed; a correction is another one that
/// names it.
/// </summary>
internal sealed class StatedFigure
{
    public required long Id { get; init; }
    public required string Key { get; init; }
    public required int DefinitionVersion { get; init; }

    /// <summary>The definition as JSON, with those that a rate or total is made of.</summary>
    public required string Definition { get; init; }
    public FigureShelf Made => new(FigureJson.Read<FigureDefinition[]>(Definition));
    public string? UnitCode { get; init; }
    public string? Town { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public required long Value { get; init; }
    public long? Numerator { get; init; }
    public long? Denominator { get; init; }
    public long? Excluded { get; init; }
    public required long Records { get; init; }

    /// <summary>SHA-256 over what is said above and the list of records, 64 hexadecimal digits.</summary>
    public required string Digest { get; init; }
    public required DateTimeOffset StatedAt { get; init; }
    public required string StatedByName { get; init; }

    /// <summary>What it was stated in, such as bulletin and its id.</summary>
    public string? InKind { get; init; }
    public long? InId { get; init; }
    public long? SupersedesId { get; init; }
    public string? Reason { get; init; }
    public bool IsPublic { get; set; }
}

/// <summary>The records of one part of a stated figure, packed.</summary>
internal sealed class StatedRecords
{
    public required long StatedId { get; init; }

    /// <summary>Place among the counted definitions; 0 for the only one or the numerator.</summary>
    public required int Part { get; init; }
    public required string Source { get; init; }
    public required int Count { get; init; }
    public required byte[] Packed { get; init; }
}

/// <summary>How a check came out the last time it was run.</summary>
internal sealed class FigureCheck
{
    public required string Code { get; init; }
    public required DateTimeOffset At { get; set; }
    public required long Left { get; set; }
    public required long Right { get; set; }
    public bool Holds => Left == Right;
}
