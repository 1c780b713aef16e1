using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Tests.Rooms.Calendars;

internal static class Given
{
    /// <summary>China's wall clock, "yyyy-MM-dd HH:mm".</summary>
    public static DateTimeOffset At(string wall) =>
        new(DateTime.ParseExact(wall, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), LocalDay.Offset);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DeadlineAnswer Answer(string day, string time, string limit)
    {
        var start = At($"{day} {time}");
        return Deadlines.Compute(ClockRun.Plain(Limit.Parse(limit), start), ShippedCalendar.Calendar, start);
    }

    public static IEnumerable<DateOnly> DaysOf(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => new DateOnly(year, 1, 1).AddDays(i));
}
