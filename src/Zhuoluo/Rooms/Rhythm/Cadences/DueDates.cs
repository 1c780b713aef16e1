namespace Zhuoluo.Rooms.Rhythm.Cadences;

/// <summary>When the steps of a cadence are due. Pure.</summary>
internal static class DueDates
{
    /// <summary>The most days a step can be counted from the first of its period.</summary>
    public static int LongestOf(Every every) => every switch
    {
        Every.Week => 7,
        Every.Month => 31,
        Every.Quarter => 92,
        Every.Year => 366,
        _ => 731,
    };

    /// <summary>First day of the period in which <paramref name="day"/> lies; a cadence that comes once has one period, from its first day.</summary>
    public static DateOnly PeriodOf(Every every, DateOnly day, DateOnly from) => every switch
    {
        Every.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        Every.Month => new DateOnly(day.Year, day.Month, 1),
        Every.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        Every.Year => new DateOnly(day.Year, 1, 1),
        _ => from,
    };

    /// <summary>First day of the next period; null where there is none.</summary>
    public static DateOnly? After(Every every, DateOnly period) => every switch
    {
        Every.Week => period.AddDays(7),
        Every.Month => period.AddMonths(1),
        Every.Quarter => period.AddMonths(3),
        Every.Year => period.AddYears(1),
        _ => null,
    };

    /// <summary>
    /// The step's day, at the latest the last of its period; where nobody works on it the next working day, or the last before it where the
    /// next lies outside the period.
    /// </summary>
    public static DateOnly Of(Every every, DateOnly period, int day, Func<DateOnly, bool> isWorking)
    {
        var last = After(every, period)?.AddDays(-1) ?? DateOnly.MaxValue;
        var named = period.AddDays(day - 1);
        named = named > last ? last : named;
        for (var on = named; on <= last && on < named.AddDays(15); on = on.AddDays(1))
        {
            if (isWorking(on))
            {
                return on;
            }
        }
        for (var on = named; on >= period; on = on.AddDays(-1))
        {
            if (isWorking(on))
            {
                return on;
            }
        }
        return named;
    }
}
