namespace Zhuoluo.Rooms.Matters.Teams;

/// <summary>What happened: a flood, an outbreak. Teams are formed for it and dissolved when it is over (row I06).</summary>
internal sealed class Incident
{
    public required long Id { get; init; }
    public required IncidentKind Kind { get; init; }
    public required string Name { get; init; }
    public required string PlaceCode { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? EndedOn { get; set; }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum IncidentKind { Flood = 1, Outbreak = 2, Fire = 3, Drought = 4, Cold = 5, Accident = 6, Other = 9 }

/// <summary>A team at the front. It has a leader, members who joined of their own will, shifts and tasks; no points, no sign-in (rules D2).</summary>
internal sealed class Team
{
    public required long Id { get; init; }
    public required long IncidentId { get; init; }
    public required TeamKind Kind { get; init; }
    public required string Name { get; init; }
    public required long UnitId { get; init; }
    public required long LeaderId { get; set; }
    public required string LeaderName { get; set; }
    public required DateTimeOffset FormedAt { get; init; }
    public DateTimeOffset? DissolvedAt { get; set; }

    /// <summary>What came of it, in a few sentences.</summary>
    public string? Result { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum TeamKind { Branch = 1, Commando = 2, Volunteers = 3 }

internal sealed class TeamMember
{
    public required long Id { get; init; }
    public required long TeamId { get; init; }
    public required long PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateTimeOffset JoinedAt { get; init; }
    public DateTimeOffset? LeftAt { get; set; }
}

/// <summary>Who is on from when to when. A plan, not a proof of presence.</summary>
internal sealed class TeamShift
{
    public required long Id { get; init; }
    public required long TeamId { get; init; }
    public required long PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public bool IsCancelled { get; set; }
}

/// <summary>A matter that the team does; the matter's own unit stays responsible.</summary>
internal sealed class TeamTask
{
    public required long Id { get; init; }
    public required long TeamId { get; init; }
    public required long MatterId { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
}
