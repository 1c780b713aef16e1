using System.Globalization;

namespace Zhuoluo.Language.Quantities;

/// <summary>
/// A crawled or pasted text in the form in which its numbers are read, and where each character stood in the text as given: half-width
/// digits and letters, Simplified, no zero-width characters, no reading in brackets behind a character (學(xué)), no second glyph of the same
/// character (臺(台)), one clause mark where the crawler left two (,、), no space between a digit and a Han character.
/// </summary>
/// <param name="Form">A comma in it is a separator of thousands; every other one is ，.</param>
/// <param name="Origin">For each character of the form the UTF-16 index of the one it came from; rising.</param>
public sealed record CleanText(string Form, int[] Origin)
{
    private const int LongestReading = 6;

    /// <summary>The end, in the text as given, of a stretch of the form that ends before <paramref name="end"/>.</summary>
    public int EndOf(int end) => end == 0 ? 0 : Origin[end - 1] + 1;

    public static CleanText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var form = new char[text.Length];
        var origin = new int[text.Length];
        var (length, line) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var raw = text[i];
            if (Fold.IsZeroWidth(raw) || raw == '\r')
            {
                continue;
            }
            if (raw == '\n')
            {
                if (Wrapping.IsWrap(text, line, i))
                {
                    line = i + 1;
                    continue;
                }
                line = i + 1;
            }
            if (raw is '(' or '（' && length > 0 && Reading(text, i, form[length - 1]) is > 0 and var skip)
            {
                i += skip - 1;
                continue;
            }
            var c = One(text, i, raw);
            if (c == ' ' && IsGap(text, i, length > 0 ? form[length - 1] : '\n'))
            {
                continue;
            }
            if (length > 0 && IsMark(c) && IsMark(form[length - 1]))
            {
                // The crawler's comma gives way to the writer's mark.
                if (form[length - 1] == '，')
                {
                    (form[length - 1], origin[length - 1]) = (c, i);
                }
                continue;
            }
            (form[length], origin[length]) = (c, i);
            length++;
        }
        return new CleanText(new string(form, 0, length), origin[..length]);
    }

    private static char One(string text, int at, char raw)
    {
        switch (raw)
        {
            case ',' or '，':
                // A full-width comma separates thousands only between full-width digits.
                return at > 0 && at + 1 < text.Length && IsDigit(text[at - 1]) && IsDigit(text[at + 1])
                    && (raw == ',' || !char.IsAscii(text[at - 1]) && !char.IsAscii(text[at + 1])) ? ',' : '，';
            case '「' or '『' or '〝':
                return '“';
            case '」' or '』' or '〞':
                return '”';
            case '－' or '–' or '−' or '―':
                return '-';
            case '〜' or '∼' or '～' or '~':
                return '～';
            case ';' or '；' or '﹔':
                return '；';
            case ':' or '：' or '∶':
                return ':';
            case '﹪':
                return '%';
            case '﹑':
                return '、';
            case '\u00A0' or '\u3000' or '\t':
                return ' ';
            default:
                var c = SimplifiedTable.Of(Fold.Width(raw));
                return char.IsWhiteSpace(c) && c != '\n' ? ' ' : c;
        }
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(Fold.Width(c));

    private static bool IsMark(char c) => c is '，' or '、' or '；' or '。';

    // 共 339 名: the spaces are a matter of typing.
    private static bool IsGap(string text, int at, char before)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\u00A0' or '\u3000' && next - at < 8)
        {
            next++;
        }
        if (next >= text.Length)
        {
            return true;
        }
        var after = Fold.Width(text[next]);
        return before == ' ' || (next == at + 1 && (IsThousands(text, at) || IsSpelled(text, at))) || (char.IsAsciiDigit(before) && (IsHan(after) || after == '%')) || (IsHan(before) && char.IsAsciiDigit(after));
    }

    // 网格1 256个: a space instead of the comma, between one to three digits behind a Han character and exactly three before one.
    private static bool IsThousands(string text, int at)
    {
        var first = at - 1;
        while (first >= 0 && at - first <= 4 && IsDigit(text[first]))
        {
            first--;
        }
        return at - 1 - first is >= 1 and <= 3 && (first < 0 || IsHan(text[first]) || text[first] is '”' or '」' or '》' or ')' or '）' or '，' or '、' or '；' or '。' or '：' or ':' or ';' or '(' or '（' or '\n' or '“' || text[first] == ',' && first > 0 && !IsDigit(text[first - 1]))
            && at + 4 < text.Length && IsDigit(text[at + 1]) && IsDigit(text[at + 2]) && IsDigit(text[at + 3]) && IsHan(text[at + 4]);
    }

    // 社区站1 3 6个, 接种率9 1.5%: digits one by one, right behind a word and right before a measure word.
    private static bool IsSpelled(string text, int at)
    {
        var first = at - 1;
        while (first >= 2 && at - first < 12 && IsDigit(text[first]) && text[first - 1] == ' ' && IsDigit(text[first - 2]))
        {
            first -= 2;
        }
        var last = at + 1;
        while (last + 2 < text.Length && last - at < 12 && IsDigit(text[last]) && text[last + 1] == ' ' && IsDigit(text[last + 2]))
        {
            last += 2;
        }
        return first > 0 && IsDigit(text[first]) && (IsHan(text[first - 1]) || text[first - 1] is '”' or '，' or '：' or '（')
            && last + 1 < text.Length && IsDigit(text[last])
            && (IsHan(text[last + 1]) || Fold.Width(text[last + 1]) == '%' || Fold.Width(text[last + 1]) == '.' && last + 2 < text.Length && IsDigit(text[last + 2]));
    }

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or '〇';

    /// <summary>How many characters a reading in brackets takes, brackets included; 0 if what stands there is none.</summary>
    private static int Reading(string text, int at, char before)
    {
        if (!IsHan(before))
        {
            return 0;
        }
        var end = at + 1;
        while (end < text.Length && end - at <= LongestReading + 1 && text[end] is not (')' or '）'))
        {
            end++;
        }
        if (end >= text.Length || text[end] is not (')' or '）') || end == at + 1)
        {
            return 0;
        }
        var inside = text.AsSpan(at + 1, end - at - 1);
        if (inside.Length == 1 && IsHan(inside[0]))
        {
            return SimplifiedTable.Of(inside[0]) == before ? 3 : 0;
        }
        var marked = false;
        foreach (var c in inside)
        {
            if (!char.IsLower(c) || IsHan(c))
            {
                return 0;
            }
            marked |= !char.IsAscii(c) && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.LowercaseLetter;
        }
        return marked ? inside.Length + 2 : 0;
    }
}
