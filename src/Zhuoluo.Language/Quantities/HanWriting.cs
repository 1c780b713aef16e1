using System.Text;

namespace Zhuoluo.Language.Quantities;

/// <summary>Whole numbers in Han numerals, as a report writes them: 12 is 十二, 10305 一万零三百零五, 120000000 一亿二千万.</summary>
public static class HanWriting
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 999_999_999_999);
        if (value == 0)
        {
            return "零";
        }
        StringBuilder text = new();
        Section(text, value / 100_000_000, "亿");
        Section(text, value / 10_000 % 10_000, "万");
        Section(text, value % 10_000, "");
        return text.Length > 1 && text[0] == '一' && text[1] == '十' ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    private static void Section(StringBuilder text, long section, string place)
    {
        if (section == 0)
        {
            return;
        }
        var isGap = text.Length > 0 && section < 1_000;
        foreach (var (unit, word) in (ReadOnlySpan<(int, string)>)[(1_000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            var digit = (int)(section / unit % 10);
            if (digit == 0)
            {
                isGap |= text.Length > 0;
                continue;
            }
            if (isGap && text.Length > 0 && text[^1] != '零')
            {
                text.Append('零');
            }
            isGap = false;
            text.Append(Digits[digit]).Append(word);
        }
        text.Append(place);
    }
}
