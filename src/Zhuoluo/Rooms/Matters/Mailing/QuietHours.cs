using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>When a mail may go: at once, or at the end of the hours in which its reader wants to be left alone. Pure.</summary>
internal static class QuietHours
{
    public const int MinutesADay = 24 * 60;

    public static DateTimeOffset NextAfter(DateTimeOffset at, int from, int to)
    {
        var local = at.ToOffset(LocalDay.Offset);
        var minute = (local.Hour * 60) + local.Minute;
        var isQuiet = from < to ? minute >= from && minute < to : from > to && (minute >= from || minute < to);
        if (!isQuiet)
        {
            return at;
        }
        var wait = (to - minute + MinutesADay) % MinutesADay;
        return new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0, LocalDay.Offset).AddMinutes(wait).ToUniversalTime();
    }
}
