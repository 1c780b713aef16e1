namespace Zhuoluo.Language.Quantities;

/// <summary>
/// Reads the longest numeral that begins at a place of a text in its clean form (rules G3.1, G3.3): digits with separators and decimals,
/// Han numerals, both mixed with 万 and 亿, and inner 余, 多, 几. Looks at 24 characters at most, so a whole text is read in linear time.
/// </summary>
public static class NumeralReader
{
    private const int Longest = 24;

    public static bool TryRead(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        if (at >= text.Length)
        {
            return false;
        }
        var part = text.Slice(at, Math.Min(Longest, text.Length - at));
        return char.IsAsciiDigit(part[0]) ? TryArabic(part, out numeral) : HanNumerals.TryRead(part, out numeral);
    }

    /// <summary>The numeral is the whole text: nothing before it, nothing behind.</summary>
    public static bool TryReadWhole(ReadOnlySpan<char> text, out Numeral numeral) =>
        TryRead(text, 0, out numeral) && numeral.Length == text.Length;

    private static bool TryArabic(ReadOnlySpan<char> text, out Numeral numeral)
    {
        numeral = default;
        decimal total = 0, digit = 1, lastBig = decimal.MaxValue;
        var (at, over, grain) = (0, false, 1m);
        while (TryDigits(text[at..], out var length, out var coefficient, out var unit))
        {
            var next = at + length;
            var inner = next < text.Length && IsOver(text[next]) && BigAt(text, next + 1, out _) > 0;
            var big = BigAt(text, inner ? next + 1 : next, out var bigLength);
            if (big == 0)
            {
                // 1万2千 and 3亿5000万 go on with a smaller place; 2000 behind a whole 万 is another number.
                if (at > 0)
                {
                    if (length > 4 || coefficient >= lastBig)
                    {
                        break;
                    }
                }
                (total, digit, at) = (total + coefficient, unit, next);
                grain = Grain(coefficient, unit, at == next && lastBig != decimal.MaxValue);
                break;
            }
            if (big >= lastBig)
            {
                break;
            }
            // 4万多亿, 1亿3千多万: the word stands between two places
            var behind = next + bigLength;
            if (!inner && behind < text.Length && IsOver(text[behind]) && BigAt(text, behind + 1, out var more) is >= 10_000 and var second && second > big)
            {
                (total, digit) = (total + coefficient * big * second, unit * big * second);
                (grain, over, at) = (Grain(coefficient, unit, false) * big * second, true, behind + 1 + more);
                break;
            }
            (total, digit, lastBig) = (total + coefficient * big, unit * big, big);
            // 40余万 hides less than ten 万, 10万余 less than one.
            grain = inner ? Grain(coefficient, unit, false) * big : digit;
            over |= inner;
            at = next + bigLength + (inner ? 1 : 0);
            if (inner)
            {
                break;
            }
        }
        if (at == 0)
        {
            return false;
        }
        numeral = new Numeral(at, total, total, total, grain, digit, NumeralScript.Arabic, over, false, false);
        return true;
    }

    /// <summary>What 余, 多 and 近 leave open: ten to the number of zeros at the end, or one of the last digit written.</summary>
    internal static decimal Grain(decimal value, decimal digit, bool small)
    {
        if (small || digit != 1 || value == 0)
        {
            return digit;
        }
        var grain = 1m;
        while (grain < 1_000_000_000_000m && value % (grain * 10) == 0)
        {
            grain *= 10;
        }
        return grain;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int length, out decimal value, out decimal digit)
    {
        (length, value, digit) = (0, 0, 1);
        while (length < text.Length)
        {
            var c = text[length];
            if (char.IsAsciiDigit(c))
            {
                if (length >= 20)
                {
                    return false;
                }
                value = value * 10 + (c - '0');
                length++;
            }
            else if (c == ',' && IsThousands(text, length))
            {
                length++;
            }
            else
            {
                break;
            }
        }
        if (length > 0 && length + 1 < text.Length && text[length] == '.' && char.IsAsciiDigit(text[length + 1]))
        {
            length++;
            while (length < text.Length && char.IsAsciiDigit(text[length]))
            {
                digit /= 10;
                value += (text[length] - '0') * digit;
                length++;
            }
        }
        return length > 0;
    }

    // 1,234,567: one to three digits, then groups of exactly three.
    private static bool IsThousands(ReadOnlySpan<char> text, int comma)
    {
        var before = comma - 1;
        while (before >= 0 && char.IsAsciiDigit(text[before]))
        {
            before--;
        }
        return comma - 1 - before is >= 1 and <= 3
            && comma + 3 < text.Length
            && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
            && (comma + 4 >= text.Length || !char.IsAsciiDigit(text[comma + 4]));
    }

    internal static bool IsOver(char c) => c is '余' or '多' or '几';

    /// <summary>The factor at a place: 万, 亿, 万亿, 千万, 百万, 千, 百. None where the characters begin a unit (千米, 千瓦) or a fraction (百分).</summary>
    internal static decimal BigAt(ReadOnlySpan<char> text, int at, out int length)
    {
        decimal factor = 1;
        length = 0;
        while (at + length < text.Length && length < 3)
        {
            var c = text[at + length];
            var next = at + length + 1 < text.Length ? text[at + length + 1] : '\0';
            decimal one = c switch
            {
                '十' when length == 0 => 10,
                '百' when next != '分' => 100,
                '千' when next is not ('米' or '瓦' or '克' or '伏' or '卡' or '分' or '兆') => 1_000,
                '万' => 10_000,
                '亿' => 100_000_000,
                _ => 0,
            };
            if (one == 0 || (length > 0 && one < 10_000))
            {
                break;
            }
            factor *= one;
            length++;
        }
        return length == 0 ? 0 : factor;
    }
}
