namespace Zhuoluo.Language;

/// <summary>
/// Numbers written in Han numerals (rules G3.1): digit by digit (二〇二一), with places (三百零五, 一万二), capital forms
/// (壹佰贰拾), 廿 and 卅, 两 and 半 only as digits of a number. ASCII and full-width digits may stand before 万 and 亿.
/// </summary>
public static class HanNumber
{
    /// <summary>Reads the whole text or nothing; white space makes it unreadable.</summary>
    public static bool TryParse(string text, out long value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = 0;
        var folded = Fold.Width(text);
        if (folded.Length is 0 or > 24)
        {
            return false;
        }
        return folded.All(c => Digit(c) >= 0) ? DigitByDigit(folded, out value) : WithPlaces(folded, out value);
    }

    private static bool DigitByDigit(string text, out long value)
    {
        value = 0;
        if (text.Length > 18)
        {
            return false;
        }
        foreach (var c in text)
        {
            value = value * 10 + Digit(c);
        }
        return true;
    }

    private static bool WithPlaces(string text, out long value)
    {
        value = 0;
        long total = 0, section = 0, digit = -1, lastPlace = 0, lastBig = long.MaxValue;
        var sawZero = false;
        foreach (var c in text)
        {
            if (Digit(c) is >= 0 and var d)
            {
                if (digit > 0 && !char.IsAsciiDigit(c))
                {
                    return false;
                }
                sawZero |= d == 0;
                digit = char.IsAsciiDigit(c) && digit >= 0 ? digit * 10 + d : d;
                if (digit > 99_999_999)
                {
                    return false;
                }
            }
            else if (Place(c) is > 0 and < 10_000 and var place)
            {
                if (lastPlace != 0 && place >= lastPlace)
                {
                    return false;
                }
                if (c is '廿' or '卅')
                {
                    section += c == '廿' ? 20 : 30;
                }
                else
                {
                    section += (digit < 0 ? 1 : digit) * place;
                }
                (digit, lastPlace, sawZero) = (-1, place, false);
            }
            else if (Place(c) is >= 10_000 and var big)
            {
                section += Math.Max(digit, 0);
                if (section == 0 || big >= lastBig && lastBig != 10_000)
                {
                    return false;
                }
                total = big > lastBig ? (total + section) * big : total + section * big;
                (section, digit, lastPlace, lastBig, sawZero) = (0, -1, 0, big, false);
            }
            else
            {
                return false;
            }
        }
        if (digit > 0)
        {
            // 三百五 is 350 and 一万二 is 12000; after a zero the digit is a plain one (三百零五).
            var shortened = !sawZero && digit < 10
                ? lastPlace > 10 ? lastPlace / 10 : section == 0 && lastBig is not long.MaxValue ? lastBig / 10 : 1
                : 1;
            section += digit * shortened;
        }
        value = total + section;
        return true;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        '零' or '〇' or '○' => 0,
        '一' or '壹' or '幺' or '弌' => 1,
        '二' or '贰' or '两' or '貳' => 2,
        '三' or '叁' or '参' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    private static long Place(char c) => c switch
    {
        '十' or '拾' or '廿' or '卅' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1_000,
        '万' or '萬' => 10_000,
        '亿' or '億' => 100_000_000,
        _ => -1,
    };
}
