using System.Globalization;

namespace Zhuoluo.Language.Quantities;

/// <summary>Where a value must lie. A null end is open without limit; an end that is itself allowed is closed.</summary>
public readonly record struct Interval(decimal? Low, bool LowClosed, decimal? High, bool HighClosed)
{
    public static Interval Point(decimal value) => new(value, true, value, true);

    public bool Holds(decimal value) =>
        (Low is not { } low || value > low || LowClosed && value == low)
        && (High is not { } high || value < high || HighClosed && value == high);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(LowClosed ? '[' : '(')}{Low?.ToString("0.############", CultureInfo.InvariantCulture) ?? "-∞"},{High?.ToString("0.############", CultureInfo.InvariantCulture) ?? "∞"}{(HighClosed ? ']' : ')')}");
}
