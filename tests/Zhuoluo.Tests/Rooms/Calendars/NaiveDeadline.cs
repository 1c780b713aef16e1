using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Tests.Rooms.Calendars;

/// <summary>
/// The same rules written a second time, as slowly and plainly as they can be read in decision 0003: days one by one, hours minute by
/// minute, on the published lists and not on the table. All instants are China's wall clock, whole minutes.
/// </summary>
internal static class NaiveDeadline
{
    public static DateTime Due(ClockRun run, DayEnd dayEnd, DateTimeOffset now)
    {
        var start = Wall(run.Start);
        var at = start;
        var day = start.Date;
        var inDays = false;
        var counted = 0;
        var unit = run.Limit.Unit;
        foreach (var part in run.Extensions.Select(e => e.By).Where(l => l.Number > 0).Prepend(run.Limit))
        {
            if (part.Unit is LimitUnit.NaturalDay or LimitUnit.WorkingDay)
            {
                inDays = true;
                for (var left = part.Number; left > 0;)
                {
                    day = day.AddDays(1);
                    if ((part.Unit == LimitUnit.NaturalDay || Works(day)) && !Stops(EndOf(day)))
                    {
                        left--;
                        counted++;
                    }
                }
            }
            else
            {
                at = inDays ? Settled() : at;
                inDays = false;
                for (var minutes = part.Number * 60; minutes > 0; at = at.AddMinutes(1))
                {
                    if (Runs(at) && (part.Unit == LimitUnit.NaturalHour || IsOpen(at)))
                    {
                        minutes--;
                    }
                }
                day = at.Date;
            }
            unit = part.Unit;
        }
        return inDays ? Settled() : at;

        DateTime Settled()
        {
            for (var last = day; ; last = last.AddDays(1))
            {
                if (counted == 0 && unit == LimitUnit.NaturalDay)
                {
                    var end = EndOf(last) > start ? EndOf(last) : last.AddDays(1);
                    if (!Stops(end))
                    {
                        return end;
                    }
                }
                else if (Works(last) && EndOf(last) > start && !Stops(EndOf(last)))
                {
                    return EndOf(last);
                }
            }
        }

        DateTime EndOf(DateTime of) => dayEnd == DayEnd.Close && Works(of) ? of + Hours(of)[^1].To : of.AddDays(1);

        // Stands still over this end of a day.
        bool Stops(DateTime end) => run.Pauses.Any(p => Wall(p.From) < end && end <= Wall(p.To ?? now));

        // Runs in the minute that begins here.
        bool Runs(DateTime minute) => !run.Pauses.Any(p => Wall(p.From) <= minute && minute < Wall(p.To ?? now));
    }

    public static bool Works(DateTime day)
    {
        var date = DateOnly.FromDateTime(day);
        if (ShippedCalendar.Years.Any(y => y.Workdays.ContainsKey(date)))
        {
            return true;
        }
        return !ShippedCalendar.Years.Any(y => y.Holidays.ContainsKey(date)) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    private static (TimeSpan From, TimeSpan To)[] Hours(DateTime day) => day.Month is >= 5 and <= 9
        ? [(new(8, 30, 0), new(12, 0, 0)), (new(14, 30, 0), new(18, 0, 0))]
        : [(new(8, 30, 0), new(12, 0, 0)), (new(14, 0, 0), new(17, 30, 0))];

    private static bool IsOpen(DateTime minute) =>
        Works(minute.Date) && Hours(minute).Any(h => h.From <= minute.TimeOfDay && minute.TimeOfDay < h.To);

    private static DateTime Wall(DateTimeOffset at) => DateTime.SpecifyKind(at.UtcDateTime.AddHours(8), DateTimeKind.Unspecified);
}
