namespace Zhuoluo.Language.Quantities;

/// <summary>
/// Lines that a page or a mail broke in the middle of a sentence: 占常住人⏎口的14.2%. Behind ， and 、 a line goes on; behind a character only where the line
/// is a long one of prose and the next one neither begins a paragraph nor a section nor names something (来源：). A line that ends in a whole quantity stays one.
/// </summary>
internal static class Wrapping
{
    private const int Long = 20;
    private const int Name = 8;

    /// <summary>Whether the line break at <paramref name="at"/> stands inside a sentence; the line began at <paramref name="line"/>.</summary>
    public static bool IsWrap(string text, int line, int at)
    {
        var last = at - 1;
        while (last >= line && (text[last] is ' ' or '\r' or '\t' or '\u3000' or '\u00A0'))
        {
            last--;
        }
        var next = at + 1;
        if (last <= line || next >= text.Length || !(Han.IsCommon(text[next]) || char.IsAsciiDigit(Fold.Width(text[next])) || text[next] is '“' or '「' or '《') || BeginsAnew(text, next))
        {
            return false;
        }
        if (text[last] is '，' or '、' or ',' || text[last] == '个' && last - line >= Long && (text.AsSpan(next).StartsWith("百分点", StringComparison.Ordinal) || text.AsSpan(next).StartsWith("工作日", StringComparison.Ordinal)))
        {
            return true;
        }
        return last - line >= Long && Han.IsCommon(text[last]) && !EndsQuantity(text, line, last) && text.AsSpan(line, last - line).IndexOfAny("，。；,;") >= 0;
    }

    // 达到6700人⏎: a line of a list, or the end of what is said
    private static bool EndsQuantity(string text, int line, int last)
    {
        var at = last;
        while (at > line && last - at < 4 && (Han.IsCommon(text[at]) || text[at] == ' '))
        {
            at--;
        }
        if (!char.IsAsciiDigit(Fold.Width(text[at])))
        {
            return false;
        }
        while (at > line && (char.IsAsciiDigit(Fold.Width(text[at])) || text[at] is ' ' or '.'))
        {
            at--;
        }
        // 。46项⏎任务中: nothing is said of it yet.
        return text[at] is not ('，' or '。' or '；' or '、');
    }

    // 一、 (一) 1. 第二, 来源：, 附件
    private static bool BeginsAnew(string text, int next)
    {
        var reach = text.AsSpan(next, Math.Min(Name, text.Length - next));
        if (reach.StartsWith("第", StringComparison.Ordinal) || reach.StartsWith("附件", StringComparison.Ordinal) || reach.StartsWith("附表", StringComparison.Ordinal))
        {
            return true;
        }
        foreach (var c in reach)
        {
            if (c is '：' or ':' or '\n')
            {
                return true;
            }
            if (c is '，' or '。' or '；' or ',')
            {
                break;
            }
        }
        var digits = 0;
        while (digits < reach.Length && (char.IsAsciiDigit(Fold.Width(reach[digits])) || "一二三四五六七八九十".Contains(reach[digits], StringComparison.Ordinal)))
        {
            digits++;
        }
        return digits > 0 && digits < reach.Length && (reach[digits] is '、' or '是' || reach[digits] is '.' or '．' && !(digits + 1 < reach.Length && char.IsAsciiDigit(Fold.Width(reach[digits + 1]))));
    }
}
