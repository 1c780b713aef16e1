namespace Zhuoluo.Rooms.Rhythm;

/// <summary>
/// A named beat over a scope of units (rows A03, F03-F07): what is due again and again, or once along a chain of meetings. Name, steps and scope
/// stand in its editions; a change makes the next edition and leaves what was prepared before as it was.
/// </summary>
internal sealed class Cadence
{
    public const int LongestName = 60;
    public const int MostSteps = 12;
    public const int MostUnits = 200;

    public required long Id { get; init; }
    public required string Code { get; init; }
    public required Every Every { get; init; }

    /// <summary>The office that keeps the beat.</summary>
    public required long OfficeId { get; set; }

    /// <summary>The first day that counts; days of a cadence that comes once are counted from it.</summary>
    public required DateOnly From { get; init; }
    public DateOnly? EndedOn { get; set; }

    /// <summary>Number of the edition that holds now.</summary>
    public required int Edition { get; set; }

    /// <summary>First day of the last period of which everything was prepared.</summary>
    public DateOnly? PreparedTo { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum Every { Week = 1, Month = 2, Quarter = 3, Year = 4, Once = 5 }

internal sealed class CadenceEdition
{
    public required long Id { get; init; }
    public required long CadenceId { get; init; }
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeByName { get; init; }
}

/// <summary>One step of an edition, due on the <see cref="Day"/>th day of its period.</summary>
internal sealed class CadenceStep
{
    public required long EditionId { get; init; }
    public required int Serial { get; init; }
    public required BeatKind Kind { get; init; }
    public required string Name { get; init; }
    public required int Day { get; init; }
}

/// <summary>A unit that owes every step.</summary>
internal sealed class CadenceUnit
{
    public required long EditionId { get; init; }
    public required long UnitId { get; init; }
}
