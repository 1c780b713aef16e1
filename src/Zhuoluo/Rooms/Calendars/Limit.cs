using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>The four units of time limits in use (rules A3.1). Numbers are stored; never renumber.</summary>
internal enum LimitUnit { NaturalDay = 1, WorkingDay = 2, NaturalHour = 3, OfficeHour = 4 }

/// <summary>
/// A time limit: never a bare number (rules A3.1). Written "3d" natural days, "5wd" working days, "2h" natural hours,
/// "4oh" office hours. "0h" means at once, "0d" on the same day.
/// </summary>
internal sealed record Limit(int Number, LimitUnit Unit)
{
    public const int Largest = 9999;

    public int Number { get; init; } = Number is >= 0 and <= Largest ? Number : throw new ArgumentOutOfRangeException(nameof(Number));

    public bool IsInDays => Unit is LimitUnit.NaturalDay or LimitUnit.WorkingDay;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}{Suffix(Unit)}");

    public static Limit Parse(string text) =>
        TryParse(text, out var limit) ? limit : throw new FormatException("Not a limit such as 5wd, 3d, 2h or 4oh.");

    public static bool TryParse([NotNullWhen(true)] string? text, [MaybeNullWhen(false)] out Limit result)
    {
        var trimmed = text.AsSpan().Trim();
        var digits = trimmed.IndexOfAnyExceptInRange('0', '9');
        result = digits is > 0 and <= 4
            && UnitOf(trimmed[digits..].TrimStart()) is { } unit
            && int.TryParse(trimmed[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Limit(number, unit)
            : null;
        return result is not null;
    }

    private static string Suffix(LimitUnit unit) => unit switch
    {
        LimitUnit.NaturalDay => "d",
        LimitUnit.WorkingDay => "wd",
        LimitUnit.NaturalHour => "h",
        LimitUnit.OfficeHour => "oh",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    private static LimitUnit? UnitOf(ReadOnlySpan<char> suffix) => suffix switch
    {
        "d" => LimitUnit.NaturalDay,
        "wd" => LimitUnit.WorkingDay,
        "h" => LimitUnit.NaturalHour,
        "oh" => LimitUnit.OfficeHour,
        _ => null,
    };
}
