using Zhuoluo.Rooms.Calendars.Counting;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>
/// When a time limit ends (rules A3.2, decision 0003). The start day does not count; a last day on a rest day moves to the
/// next working day; it ends at closing time; hours run from the moment; paused time does not count; extensions add on.
/// </summary>
internal static class Deadlines
{
    /// <summary>The end alone; for imports and recomputation.</summary>
    public static DateTimeOffset Due(ClockRun run, WorkingCalendar calendar, DateTimeOffset now)
    {
        var (counter, unit) = Count(run, calendar, StoppedTime.Of(run.Pauses, now), null);
        return Wall.Instant(counter.End(unit));
    }

    /// <summary>The answer without the days.</summary>
    public static DeadlineAnswer Brief(ClockRun run, WorkingCalendar calendar, DateTimeOffset now) => Answer(run, calendar, now, isTold: false);

    /// <summary>The answer that explains itself day by day.</summary>
    public static DeadlineAnswer Compute(ClockRun run, WorkingCalendar calendar, DateTimeOffset now) => Answer(run, calendar, now, isTold: true);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative if <paramref name="to"/> lies before.</summary>
    public static int WorkingDaysBetween(DateOnly from, DateOnly to, WorkingCalendar calendar) => from <= to
        ? calendar.WorkingDaysIn(from.DayNumber, to.DayNumber)
        : -calendar.WorkingDaysIn(to.DayNumber, from.DayNumber);

    private static DeadlineAnswer Answer(ClockRun run, WorkingCalendar calendar, DateTimeOffset now, bool isTold)
    {
        var stopped = StoppedTime.Of(run.Pauses, now);
        var tale = isTold ? new DayTale(calendar, stopped) : null;
        var (counter, unit) = Count(run, calendar, stopped, tale);
        var due = Wall.Instant(counter.End(unit));
        var isPaused = run.Pauses.Any(p => p.From <= now && (p.To is null || now < p.To) && p.From < due);
        return new DeadlineAnswer(due, counter.IsProvisional, tale?.Days ?? [], isPaused);
    }

    private static (Counter Counter, LimitUnit Unit) Count(ClockRun run, WorkingCalendar calendar, StoppedTime stopped, DayTale? tale)
    {
        var counter = new Counter(calendar, stopped, Wall.Of(run.Start), tale);
        var unit = run.Limit.Unit;
        counter.Count(run.Limit, unit, isExtension: false);
        foreach (var extension in run.Extensions)
        {
            if (extension.By.Number > 0)
            {
                counter.Count(extension.By, unit, isExtension: true);
                unit = extension.By.Unit;
            }
        }
        return (counter, unit);
    }
}
