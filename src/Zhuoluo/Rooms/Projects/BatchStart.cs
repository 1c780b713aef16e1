namespace Zhuoluo.Rooms.Projects;

/// <summary>Projects that were signed, started or put into production together (row H05), in the rounds of a year.</summary>
internal sealed class BatchStart
{
    public const int LongestName = 80;
    public const int MostProjects = 500;

    public required long Id { get; init; }
    public required int Year { get; init; }

    /// <summary>Which one of its year, kind and level.</summary>
    public required int Ordinal { get; init; }
    public required BatchKind Kind { get; init; }

    /// <summary>Whose rounds are counted: a county may be host of the third one of its city.</summary>
    public required PublicLevel Level { get; init; }
    public required string Name { get; set; }
    public required DateOnly HeldOn { get; set; }
    public string? Venue { get; set; }
    public required long UnitId { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum BatchKind { Sign = 1, Start = 2, Production = 3 }

internal sealed class BatchProject
{
    public required long BatchId { get; init; }
    public required long ProjectId { get; init; }
}
