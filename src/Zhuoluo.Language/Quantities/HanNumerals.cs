using System.Buffers;

namespace Zhuoluo.Language.Quantities;

/// <summary>Han numerals inside a text: 三百零五, 一万二, 十几, 二十多, 几十万, 数百, 上千, 三五, 七八十.</summary>
internal static class HanNumerals
{
    private static readonly SearchValues<char> _places = SearchValues.Create("十百千万亿拾佰仟");
    private static readonly SearchValues<char> _parts = SearchValues.Create("零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十百千万亿拾佰仟廿卅");
    private static readonly SearchValues<char> _placesOrZeros = SearchValues.Create("十百千万亿拾佰仟零〇廿卅");

    public static bool TryRead(ReadOnlySpan<char> text, out Numeral numeral)
    {
        numeral = default;
        if (text[0] is '几' or '数' or '上' or '好' or '成')
        {
            return TryVague(text, out numeral);
        }
        if (!IsPart(text[0]) || text[0] is '零' or '〇' && text.Length == 1)
        {
            return false;
        }
        var length = 0;
        while (length < text.Length && IsPart(text[length]) && !BeginsUnit(text, length))
        {
            length++;
        }
        // 队伍人数, 大陆: one capital form alone is a word
        if (length == 1 && text[0] is '壹' or '贰' or '叁' or '肆' or '伍' or '陆' or '柒' or '捌' or '玖' && (text.Length == 1 || text[1] is not ('元' or '圆')))
        {
            return false;
        }
        return length > 0 && (TryAdjacent(text, length, out numeral) || TryPlain(text, length, out numeral));
    }

    private static bool IsPart(char c) => _parts.Contains(c);

    // 千米, 千瓦 and 百分 are words of their own; 万 and 亿 never begin a unit.
    private static bool BeginsUnit(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length
        && (text[at] == '千' && text[at + 1] is '米' or '瓦' or '克' or '伏' || text[at] == '百' && text[at + 1] == '分');

    private static bool TryPlain(ReadOnlySpan<char> text, int length, out Numeral numeral)
    {
        numeral = default;
        var run = text[..length];
        if (length > 1 && run.IndexOfAny(_placesOrZeros) < 0)
        {
            // Digit by digit only as a year (二零二一 has a zero, 一九七八年 four digits); 一一 is a word.
            if (length != 4 || text.Length == 4 || text[4] != '年')
            {
                return false;
            }
        }
        var bare = length == 1 && _places.Contains(run[0]);
        if (!HanNumber.TryParse(bare ? "一" + run[0] : run.ToString(), out var value) || value < 0)
        {
            return false;
        }
        if (!bare && Decimals(text, length, run, out var fraction, out var taken1, out var unit))
        {
            var factor = NumeralReader.BigAt(text, length + taken1, out var bigLength) is > 0 and var place ? place : 1;
            var point = (value + fraction) * factor;
            numeral = new Numeral(length + taken1 + bigLength, point, point, point, unit * factor, unit * factor, NumeralScript.Han, false, false, false);
            return true;
        }
        var over = length < text.Length && NumeralReader.IsOver(text[length]) && _places.Contains(run[^1]);
        if (over && text[length] == '几')
        {
            return run[^1] == '十' && TryTens(text, length, value, out numeral);
        }
        if (over && NumeralReader.BigAt(text, length + 1, out var taken) is > 0 and var big)
        {
            numeral = new Numeral(length + 1 + taken, value * big, value * big, value * big,
                NumeralReader.Grain(value, 1, false) * big, big, NumeralScript.Han, true, false, false);
            return true;
        }
        var grain = run[^1] switch
        {
            '万' or '萬' => 10_000m,
            '亿' => 100_000_000m,
            _ => NumeralReader.Grain(value, 1, false),
        };
        numeral = new Numeral(length, value, value, value, grain, 1, NumeralScript.Han, false, false, bare);
        return true;
    }

    // 九十九点一六, 三点五万; 两点一线 and 八点三十分 are none.
    private static bool Decimals(ReadOnlySpan<char> text, int length, ReadOnlySpan<char> run, out decimal fraction, out int taken, out decimal unit)
    {
        (fraction, taken, unit) = (0, 0, 1);
        if (length >= text.Length || text[length] != '点' || run[^1] is '万' or '亿')
        {
            return false;
        }
        var next = length + 1;
        while (next < text.Length && text[next] != '两' && DigitOf(text[next]) is >= 0 and var digit)
        {
            unit /= 10;
            fraction += digit * unit;
            next++;
        }
        taken = next - length;
        return taken > 1 && (next >= text.Length || text[next] is not ('十' or '百' or '千' or '线' or '面' or '刻' or '钟' or '是') && !(text[next] == '分' && taken == 2 && run.Length <= 2));
    }

    // 十几, 二十几, 十几万
    private static bool TryTens(ReadOnlySpan<char> text, int length, long tens, out Numeral numeral)
    {
        var big = NumeralReader.BigAt(text, length + 1, out var taken);
        var factor = big == 0 ? 1 : big;
        numeral = new Numeral(length + 1 + taken, tens * factor, (tens + 1) * factor, (tens + 9) * factor, 10 * factor, factor,
            NumeralScript.Han, true, true, false);
        return true;
    }

    // 三五, 七八十, 两三百, 十七八: two neighbouring digits, or 三五.
    private static bool TryAdjacent(ReadOnlySpan<char> text, int length, out Numeral numeral)
    {
        numeral = default;
        var skip = text[0] == '十' ? 1 : 0;
        if (length < skip + 2 || DigitOf(text[skip]) is < 1 or > 8 || DigitOf(text[skip + 1]) is < 2)
        {
            return false;
        }
        var (low, high) = (DigitOf(text[skip]), DigitOf(text[skip + 1]));
        if (high != low + 1 && !(low == 3 && high == 5))
        {
            return false;
        }
        var taken = skip + 2;
        decimal factor = 1;
        while (taken < length)
        {
            if (!_places.Contains(text[taken]))
            {
                return false;
            }
            factor *= BigOf(text[taken++]);
        }
        numeral = new Numeral(taken, (skip * 10 + low) * factor, (skip * 10 + low) * factor, (skip * 10 + high) * factor, factor, factor,
            NumeralScript.Han, false, true, false);
        return true;
    }

    // 几十 [20,99], 数百 [200,999], 上百 [100,), 好几千
    private static bool TryVague(ReadOnlySpan<char> text, out Numeral numeral)
    {
        numeral = default;
        var at = text[0] == '好' && text.Length > 1 && text[1] == '几' ? 1 : 0;
        if (text[0] is '好' && at == 0 || text[0] is '成')
        {
            return false;
        }
        var first = text[at];
        var big = NumeralReader.BigAt(text, at + 1, out var taken);
        if (big == 0)
        {
            return false;
        }
        numeral = first == '上'
            ? new Numeral(at + 1 + taken, big, big, null, big, big, NumeralScript.Han, true, true, false)
            : new Numeral(at + 1 + taken, 2 * big, 2 * big, 10 * big - big / (big > 10 ? 100 : 10), big, big, NumeralScript.Han, false, true, false);
        return true;
    }

    internal static int DigitOf(char c) => c switch
    {
        '零' or '〇' or '○' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    private static decimal BigOf(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 1,
    };
}
