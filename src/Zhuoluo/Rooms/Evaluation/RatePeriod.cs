using System.Globalization;

namespace Zhuoluo.Rooms.Evaluation;

/// <summary>Whole months, both included, e.g. 202601 to 202603.</summary>
internal sealed record RatePeriod(int From, int To)
{
    public DateOnly First => new(From / 100, From % 100, 1);
    public DateOnly Last => new DateOnly(To / 100, To % 100, 1).AddMonths(1).AddDays(-1);
    public string FromText => Written(From);
    public string ToText => Written(To);

    /// <summary>As typed in an address, e.g. 2026-03; else the year so far.</summary>
    public static RatePeriod Read(string? from, string? to, DateOnly today)
    {
        var last = Month(to) ?? Of(today);
        var first = Month(from) ?? (last / 100 * 100) + 1;
        return first <= last ? new RatePeriod(first, last) : new RatePeriod(last, first);
    }

    public static int Of(DateOnly day) => (day.Year * 100) + day.Month;

    public static string Written(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100:0000}-{month % 100:00}");

    public static int? Month(string? written) =>
        DateOnly.TryParseExact(written + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? Of(day) : null;
}
