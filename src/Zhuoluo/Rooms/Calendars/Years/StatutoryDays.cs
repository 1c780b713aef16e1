using System.Globalization;

namespace Zhuoluo.Rooms.Calendars.Years;

/// <summary>
/// The 13 holidays that the law gives to everybody since 2025 (rules C1.1), worked out for a year without a notice.
/// Good for 2004 to 2100; the shift of rest days around them is not guessed.
/// </summary>
internal static class StatutoryDays
{
    private static readonly ChineseLunisolarCalendar _lunar = new();

    public static IReadOnlyDictionary<DateOnly, string> Of(int year)
    {
        var newYear = Lunar(year, 1, 1);
        return new Dictionary<DateOnly, string>
        {
            [new(year, 1, 1)] = "元旦",
            [newYear.AddDays(-1)] = "春节",
            [newYear] = "春节",
            [newYear.AddDays(1)] = "春节",
            [newYear.AddDays(2)] = "春节",
            [Qingming(year)] = "清明",
            [new(year, 5, 1)] = "劳动节",
            [new(year, 5, 2)] = "劳动节",
            [Lunar(year, 5, 5)] = "端午",
            [Lunar(year, 8, 15)] = "中秋",
            [new(year, 10, 1)] = "国庆节",
            [new(year, 10, 2)] = "国庆节",
            [new(year, 10, 3)] = "国庆节",
        }.AsReadOnly();
    }

    // The framework numbers months through, so a leap month pushes those after it up by one.
    private static DateOnly Lunar(int year, int month, int day)
    {
        var leap = _lunar.GetLeapMonth(year);
        var number = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(_lunar.ToDateTime(year, number, day, 0, 0, 0, 0));
    }

    // Solar term by the usual formula of the 21st century: day = floor(Y * 0.2422 + 4.81) - floor(Y / 4), Y the last two digits.
    private static DateOnly Qingming(int year)
    {
        var y = year % 100;
        return year == WorkingCalendar.FinalYear
            ? new DateOnly(year, 4, 5)
            : new DateOnly(year, 4, (y * 2422 + 48100) / 10000 - y / 4);
    }
}
