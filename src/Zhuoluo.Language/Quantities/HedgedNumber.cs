using System.Globalization;

namespace Zhuoluo.Language.Quantities;

public enum HedgeWish
{
    /// <summary>The number itself.</summary>
    Exact,

    /// <summary>Rounded down, with 余: 1.3万余件.</summary>
    Over,

    /// <summary>Rounded down, with 超 before it: 超1.3万件.</summary>
    Beyond,

    /// <summary>Rounded up, with 近: 近1.4万件.</summary>
    Nearly,

    /// <summary>Rounded to the nearer side, with 约.</summary>
    About,

    /// <summary>Rounded down, with 以上.</summary>
    AtLeast,

    /// <summary>Rounded up, with 不超过.</summary>
    AtMost,
}

public enum NumberStyle
{
    /// <summary>13489</summary>
    Digits,

    /// <summary>1.3万</summary>
    DigitsWithPlaces,

    /// <summary>一万三千</summary>
    Han,
}

/// <summary>
/// Writes a count with a hedge that is true of it (rules G3.2, E2.3: 余 only downward, 近 only upward). The wording never contradicts the value:
/// where no rounded number would be true and shorter, the number itself is written. What is written reads back into an interval that holds the value.
/// </summary>
public static class HedgedNumber
{
    /// <param name="value">A count from 0 to 999,999,999,999.</param>
    /// <param name="unit">The measure word; it may be empty.</param>
    /// <param name="wish">What is asked for; the number itself where that would not be true.</param>
    /// <param name="style">How numbers are written.</param>
    /// <param name="kept">Leading digits to keep when rounding.</param>
    public static string Write(long value, string unit, HedgeWish wish, NumberStyle style, int kept = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfLessThan(kept, 1);
        var step = Step(value, kept);
        var (down, up) = (value / step * step, (value + step - 1) / step * step);
        return wish switch
        {
            HedgeWish.Over when step > 1 && value > down => Over(value, down, unit, style),
            HedgeWish.Beyond when value > down => "超" + Number(down, style) + unit,
            HedgeWish.Nearly when step > 1 && value < up && value >= up - NearGrain(up, style) => "近" + Number(up, style) + unit,
            HedgeWish.About when step > 1 && value != down && Nearer(value, down, up) is var near && Math.Abs(near - value) * 20 <= near => "约" + Number(near, style) + unit,
            HedgeWish.AtLeast => Number(down, style) + unit + "以上",
            HedgeWish.AtMost => "不超过" + Number(up, style) + unit,
            _ => Exact(value, unit, style),
        };
    }

    private static string Exact(long value, string unit, NumberStyle style) => Number(value, style == NumberStyle.DigitsWithPlaces ? NumberStyle.Digits : style) + unit;

    // 余 hides less than what the zeros at the end leave open; a rounding that hides more, as 1.0万 for 10500, is not written.
    private static string Over(long value, long down, string unit, NumberStyle style)
    {
        var text = Number(down, style);
        return NumeralReader.TryReadWhole(text, out var read) && value < down + read.Grain && read.Value == down ? text + "余" + unit : Exact(value, unit, style);
    }

    private static decimal NearGrain(long up, NumberStyle style) => NumeralReader.TryReadWhole(Number(up, style), out var read) ? read.Grain : 0;

    private static long Nearer(long value, long down, long up) => value - down <= up - value ? down : up;

    private static long Step(long value, int kept)
    {
        var step = 1L;
        while (value / step >= Math.Pow(10, kept))
        {
            step *= 10;
        }
        return step;
    }

    private static string Number(long value, NumberStyle style)
    {
        if (style == NumberStyle.Han)
        {
            return HanWriting.Of(value);
        }
        if (style == NumberStyle.Digits || value < 10_000)
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }
        var (place, word) = value >= 100_000_000 ? (100_000_000m, "亿") : (10_000m, "万");
        return (value / place).ToString("0.########", CultureInfo.InvariantCulture) + word;
    }
}
