namespace Zhuoluo.Rooms.Calendars.Counting;

/// <summary>Collects the explanation of a deadline while it is counted.</summary>
internal sealed class DayTale(WorkingCalendar calendar, StoppedTime stopped)
{
    private readonly List<CountedDay> _days = [];

    public IReadOnlyList<CountedDay> Days => _days;

    public void Add(int day, string reason) => _days.Add(Line(day, null, reason));

    public void AddCounted(int day, int number, bool isExtension) =>
        _days.Add(Line(day, number, DayReason.Counted) with { IsInExtension = isExtension });

    public void AddRest(int day) => _days.Add(Line(day, null, RestReason(day)));

    /// <summary>A day passed over while looking for the working day to which the end moves.</summary>
    public void AddPassed(int day, bool isOpen) => _days.Add(Line(day, null, isOpen ? DayReason.Paused : RestReason(day)));

    /// <summary>A stretch counted in hours: each day it touches, with the minutes that ran on it.</summary>
    public void AddHours(long from, long to, LimitUnit unit, bool isExtension)
    {
        for (var day = Wall.Day(from); day <= Wall.Day(Math.Max(from, to - 1)); day++)
        {
            var midnight = day * TimeSpan.TicksPerDay;
            var ticks = unit == LimitUnit.NaturalHour
                ? Ran(Math.Max(from, midnight), Math.Min(to, midnight + TimeSpan.TicksPerDay))
                : OfficeTicks(day, from, to);
            var reason = ticks > 0 ? DayReason.Hours
                : unit == LimitUnit.OfficeHour && !calendar.IsWorking(day) ? RestReason(day)
                : stopped.IsEmpty ? DayReason.Closed : DayReason.Paused;
            _days.Add(Line(day, null, reason) with { Minutes = (int)(ticks / TimeSpan.TicksPerMinute), IsInExtension = isExtension });
        }
    }

    private long OfficeTicks(int day, long from, long to)
    {
        if (!calendar.IsWorking(day))
        {
            return 0;
        }
        var midnight = day * TimeSpan.TicksPerDay;
        return calendar.OfficeHours.On(DateOnly.FromDayNumber(day)).Open
            .Sum(span => Ran(Math.Max(from, midnight + span.From.Ticks), Math.Min(to, midnight + span.To.Ticks)));
    }

    private long Ran(long from, long to)
    {
        if (from >= to)
        {
            return 0;
        }
        var left = long.MaxValue;
        stopped.Advance(from, to, ref left);
        return long.MaxValue - left;
    }

    private string RestReason(int day) =>
        calendar.NatureOf(DateOnly.FromDayNumber(day)).Kind == DayKind.Holiday ? DayReason.Holiday : DayReason.Weekend;

    private CountedDay Line(int day, int? number, string reason)
    {
        var date = DateOnly.FromDayNumber(day);
        return new CountedDay(date, number, calendar.NatureOf(date), reason);
    }
}
