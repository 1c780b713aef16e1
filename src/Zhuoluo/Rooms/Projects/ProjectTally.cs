namespace Zhuoluo.Rooms.Projects;

/// <summary>How many projects of one sort there are and how much money they have, kept up by a follower: pages cost the same for ten and for a hundred thousand.</summary>
internal sealed class ProjectTally
{
    public required ProjectTallyBy By { get; init; }

    /// <summary>Unit id, field or town code; "" for <see cref="ProjectTallyBy.All"/>.</summary>
    public required string Key { get; init; }

    /// <summary>0 counts every project once, on however many lists it stands.</summary>
    public required long ProgrammeId { get; init; }
    public required ProjectState State { get; init; }
    public required ProjectLight Light { get; init; }
    public required Punctuality Punctuality { get; init; }
    public required long Count { get; set; }

    /// <summary>Whole fen.</summary>
    public required long Planned { get; set; }
    public required long Arrived { get; set; }
    public required long Paid { get; set; }
}

internal enum ProjectTallyBy
{
    All = 1,
    Unit = 2,
    Field = 3,
    Town = 4,

    /// <summary>By unit, only those of which nothing was told in time.</summary>
    SilentUnit = 5,

    /// <summary>By unit, only those past their day.</summary>
    OverdueUnit = 6,
}

/// <summary>How a project stands in the tallies of one list now, so that it can be taken out before it is put in anew.</summary>
internal sealed record ProjectMark
{
    public required long ProjectId { get; init; }
    public required long ProgrammeId { get; init; }
    public required long UnitId { get; init; }
    public required string FieldCode { get; init; }
    public required string TownCode { get; init; }
    public required ProjectState State { get; init; }
    public required ProjectLight Light { get; init; }
    public required Punctuality Punctuality { get; init; }
    public required bool IsSilent { get; init; }
    public required bool IsOverdue { get; init; }
    public required long Planned { get; init; }
    public required long Arrived { get; init; }
    public required long Paid { get; init; }
}

/// <summary>How many projects showed a light on a day, kept each night: the trend, without a look at the projects.</summary>
internal sealed class LightDay
{
    public required DateOnly On { get; init; }
    public required ProjectLight Light { get; init; }
    public required long Count { get; set; }
}

/// <summary>The next project number of a year.</summary>
internal sealed class ProjectCounter
{
    public required int Year { get; init; }
    public required long Next { get; set; }
}
