using System.Globalization;

namespace Zhuoluo.Language.Quantities;

/// <summary>A date as far as a text says it: year, year and month, or a day. The year may have been taken from the text around it.</summary>
public readonly record struct WrittenDate(int? Year, int? Month, int? Day)
{
    public bool Exists => (Year is null or (>= 1 and <= 2199)) && Month is null or (>= 1 and <= 12)
        && (Day is null || Month is null || (Day >= 1 && Day <= DateTime.DaysInMonth(Year ?? 2000, Month.Value)));

    /// <summary>The first day that it can mean; null without a year or where it does not exist.</summary>
    public DateOnly? First => Exists && Year is { } year ? new DateOnly(year, Month ?? 1, Day ?? 1) : null;

    /// <summary>2021-12-31, 2021-12 or 2021; empty where the year is not known.</summary>
    public override string ToString() => (Year, Month, Day) switch
    {
        ({ } y, { } m, { } d) => string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{m:00}-{d:00}"),
        ({ } y, { } m, null) => string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{m:00}"),
        ({ } y, null, null) => string.Create(CultureInfo.InvariantCulture, $"{y:0000}"),
        _ => "",
    };
}
