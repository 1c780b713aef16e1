namespace Zhuoluo.Rooms.Projects.Lights;

/// <summary>Days, weeks from Monday, months: the periods of which progress is told.</summary>
internal static class Periods
{
    /// <summary>The first day of the period in which the day lies.</summary>
    public static DateOnly Of(DateOnly day, ReportPeriod period) => period switch
    {
        ReportPeriod.Day => day,
        ReportPeriod.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => new DateOnly(day.Year, day.Month, 1),
    };

    public static DateOnly Next(DateOnly first, ReportPeriod period) => period switch
    {
        ReportPeriod.Day => first.AddDays(1),
        ReportPeriod.Week => first.AddDays(7),
        _ => first.AddMonths(1),
    };

    public static DateOnly Last(DateOnly first, ReportPeriod period) => Next(first, period).AddDays(-1);

    /// <summary>How many periods that are over went by without a report since <paramref name="from"/>, or since the one reported last.</summary>
    public static int Silent(DateOnly from, DateOnly? reportedFor, DateOnly today, ReportPeriod period)
    {
        var first = Of(from, period);
        var next = reportedFor is { } last && last >= first ? Next(last, period) : first;
        var now = Of(today, period);
        return period switch
        {
            ReportPeriod.Day => Math.Max(0, now.DayNumber - next.DayNumber),
            ReportPeriod.Week => Math.Max(0, (now.DayNumber - next.DayNumber) / 7),
            _ => Math.Max(0, ((now.Year - next.Year) * 12) + now.Month - next.Month),
        };
    }
}
