using System.Globalization;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>A month of a year, written 2026-03 and stored as 202603.</summary>
internal readonly record struct YearMonth(int Year, int Month) : IComparable<YearMonth>
{
    public DateOnly First => new(Year, Month, 1);

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>As tallies keep it.</summary>
    public int Stored => Year * 100 + Month;

    public static YearMonth Of(DateOnly day) => new(day.Year, day.Month);

    public static YearMonth FromStored(int stored) => new(stored / 100, stored % 100);

    public static YearMonth? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? Of(first) : null;

    public int CompareTo(YearMonth other) => Stored.CompareTo(other.Stored);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
