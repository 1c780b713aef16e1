namespace Zhuoluo.Rooms.Projects;

/// <summary>
/// A published list of promises (row E03), such as the ten practical matters of a year. Totals of two lists never add unless a person says
/// that they have no project in common (<see cref="IsDisjoint"/>); a project may stand on several and counts once overall.
/// </summary>
internal sealed class Programme
{
    public required long Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required ProgrammeKind Kind { get; set; }
    public required PublicLevel Level { get; set; }
    public required int Year { get; init; }

    /// <summary>The unit that issued the list.</summary>
    public required long UnitId { get; set; }
    public required ProjectSource Source { get; set; }

    /// <summary>By which rule something comes onto it (rules B1.2-B1.4): printed wherever its totals are.</summary>
    public required string EntryRule { get; set; }

    /// <summary>Thresholds of its lights, a name in the shipped set.</summary>
    public required string LightProfile { get; set; }
    public required ReportPeriod Period { get; set; }

    /// <summary>The list of the level above from which works were taken over (row E04).</summary>
    public long? ParentId { get; set; }

    /// <summary>How many works the list of the level above has in all, where that list is not kept here.</summary>
    public int? HigherTotal { get; set; }

    /// <summary>A person has said that it shares no project with the other lists of its year and level.</summary>
    public bool IsDisjoint { get; set; }
    public bool IsPublic { get; set; }
    public required DateOnly OpenedOn { get; init; }
    public DateOnly? EndedOn { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum ProgrammeKind { Livelihood = 1, Practical = 2, Key = 3, Reform = 4, Investment = 5, Micro = 6, Headline = 7, Service = 8, Works = 9 }

internal enum PublicLevel { Province = 1, City = 2, County = 3, Town = 4, Village = 5 }

/// <summary>Where the promise came from (rules B2).</summary>
internal enum ProjectSource { Vote = 1, HigherLevel = 2, Commitment = 3, Requests = 4, Visits = 5, Other = 6 }

/// <summary>How often progress is told, once each.</summary>
internal enum ReportPeriod { Day = 1, Week = 2, Month = 3 }

/// <summary>A project on a list. It is taken off only by approval and with a reason that is shown (rules B5.3).</summary>
internal sealed class Listing
{
    public required long Id { get; init; }
    public required long ProgrammeId { get; init; }
    public required long ProjectId { get; init; }
    public required int Serial { get; init; }
    public required DateOnly EnteredOn { get; init; }
    public DateOnly? RemovedOn { get; set; }
    public string? RemovedReason { get; set; }
}
