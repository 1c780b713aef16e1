namespace Zhuoluo.Rooms.Evaluation;

/// <summary>Where a rating came from, as keyed fingerprints that lead back to nobody; for the alarms alone (rules A7.6).</summary>
internal sealed class RatingTrace
{
    public required long RatingId { get; init; }
    public required DateTimeOffset At { get; init; }
    public byte[]? Device { get; init; }

    /// <summary>The network: the first three bytes of an IPv4 address, the first six of an IPv6 one.</summary>
    public required byte[] Network { get; init; }
    public byte[]? Phone { get; init; }

    /// <summary>How long after the answer.</summary>
    public required int Seconds { get; init; }
}

/// <summary>Something about many ratings that a supervisor should look at. It deletes nothing and counts nothing out.</summary>
internal sealed class RatingAlarm
{
    public required long Id { get; init; }
    public required RatingAlarmKind Kind { get; init; }
    public byte[]? Print { get; init; }
    public long? UnitId { get; init; }
    public required DateTimeOffset FirstAt { get; init; }
    public required DateTimeOffset LastAt { get; set; }
    public required int Ratings { get; set; }
    public DateTimeOffset? JudgedAt { get; set; }
    public long? JudgedById { get; set; }
    public string JudgedByName { get; set; } = "";
    public string? Note { get; set; }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum RatingAlarmKind
{
    Device = 1,
    Network = 2,
    Minute = 3,
    Phone = 4,

    /// <summary>So soon after the answer that nobody can have read it.</summary>
    TooSoon = 5,

    /// <summary>A row of best grades for one unit, one after another.</summary>
    AllBest = 6,
}
