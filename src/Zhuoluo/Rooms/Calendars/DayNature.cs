namespace Zhuoluo.Rooms.Calendars;

/// <summary>What kind of day it is.</summary>
/// <param name="Kind">Why it counts or does not.</param>
/// <param name="Name">The holiday as the yearly notice names it ("春节"), also on make-up days; empty on plain days.</param>
/// <param name="IsProvisional">No yearly notice is known for it: weekdays without the 13 statutory days (rules C1.5).</param>
internal sealed record DayNature(DayKind Kind, string Name, bool IsProvisional)
{
    public bool IsWorking => Kind is DayKind.Weekday or DayKind.MakeUp;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum DayKind { Weekday = 1, Weekend = 2, Holiday = 3, MakeUp = 4 }
