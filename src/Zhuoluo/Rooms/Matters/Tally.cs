namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// How many matters there are of one sort, kept up by a follower, so that a statistics page costs the same at ten thousand
/// and at a million. Confidential matters are counted in no tally that is broken down (rules F5.2).
/// </summary>
internal sealed class Tally
{
    public required TallyBy By { get; init; }

    /// <summary>Unit id, town code, category code, enum number; "" for <see cref="TallyBy.All"/>; unit id and standing with a slash for <see cref="TallyBy.UnitYear"/>.</summary>
    public required string Key { get; init; }

    /// <summary>0 without a drive.</summary>
    public required long DriveId { get; init; }

    /// <summary>Month in which it was opened, as yyyymm.</summary>
    public required int Month { get; init; }
    public required MatterState State { get; init; }
    public required MatterOutcome Outcome { get; init; }
    public required long Count { get; set; }
}

/// <summary>
/// From <see cref="UnitYear"/> on they are coarser, so that a page over all units reads few rows: month is yyyy00 for a year and 0 for all,
/// drive and outcome are left out. The held ones count what lead units held and let go of: how often, how often by a return, microseconds.
/// </summary>
internal enum TallyBy { All = 1, Town = 2, Unit = 3, Category = 4, Channel = 5, Kind = 6, ClosedMonth = 7, Place = 8, UnitYear = 9, UnitEver = 10, Held = 11, HeldReturned = 12, HeldTime = 13 }

/// <summary>How a matter stood to the limits of handling that came to an end by being met; one that runs out by the hour is judged when it is asked about.</summary>
internal enum LimitStanding { None = 0, InTime = 1, Overran = 2 }

/// <summary>How a matter stands in the tallies now, so that it can be taken out before it is put in anew.</summary>
internal sealed class TallyMark
{
    public required long MatterId { get; init; }
    public required long DriveId { get; set; }
    public required int Month { get; set; }
    public required int ClosedMonth { get; set; }
    public required MatterState State { get; set; }
    public required MatterOutcome Outcome { get; set; }
    public required long UnitId { get; set; }
    public required string TownCode { get; set; }
    public required string PlaceCode { get; set; }
    public required string CategoryCode { get; set; }
    public required Channel Channel { get; set; }
    public required MatterKind Kind { get; set; }
    public required LimitStanding Standing { get; set; }
}

/// <summary>What one unit held of one matter as it stands in the tallies now; only of matters that are timed here and not confidential.</summary>
internal sealed class HeldMark
{
    public required long MatterId { get; init; }
    public required long UnitId { get; init; }

    /// <summary>Year of opening.</summary>
    public required int Year { get; init; }
    public required long Ended { get; init; }
    public required long Returned { get; init; }
    public required long Microseconds { get; init; }
}

/// <summary>The next number of a year.</summary>
internal sealed class NumberCounter
{
    public required int Year { get; init; }
    public required long Next { get; set; }
}
