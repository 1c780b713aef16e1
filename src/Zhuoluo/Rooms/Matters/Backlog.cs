namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// A named list of left-over cases (row E10). Each stands on it with the day its trouble began, so it has an age. Whether one is cleared
/// is read from its matter: closed is cleared, and solved is counted apart.
/// </summary>
internal sealed class Backlog
{
    public required long Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>The unit that owns the list.</summary>
    public required long UnitId { get; set; }

    /// <summary>What is meant, and by which rule something comes onto the list: printed wherever its numbers are.</summary>
    public required string Scope { get; set; }
    public required string EntryRule { get; set; }
    public bool IsPublic { get; set; }
    public required DateOnly OpenedOn { get; init; }
    public DateOnly? EndedOn { get; set; }
}

/// <summary>A matter on a list. It is taken off only with a reason, and then it counts nowhere as cleared.</summary>
internal sealed class BacklogItem
{
    public required long Id { get; init; }
    public required long BacklogId { get; init; }
    public required long MatterId { get; init; }

    /// <summary>The day on which the trouble began, however long before it was registered.</summary>
    public required DateOnly StartedOn { get; init; }
    public required DateOnly EnteredOn { get; init; }
    public DateOnly? RemovedOn { get; set; }
    public string? RemovedReason { get; set; }
}

/// <summary>Some days in which the list is to come down to a target, mostly zero.</summary>
internal sealed class Sprint
{
    public required long Id { get; init; }
    public required long BacklogId { get; init; }
    public required string Name { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required int Target { get; init; }
}
