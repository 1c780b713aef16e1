using System.Buffers;

namespace Zhuoluo.Language.Quantities;

/// <summary>
/// Which stretches of a text are names: short words in quotes, titles in 《》. A number in a name is part of it. Long quotes, and quotes with
/// the marks of a sentence, are speech and read like the rest.
/// </summary>
internal sealed class Names
{
    private const int LongestName = 24;
    private const int LongestQuote = 400;

    private static readonly SearchValues<char> _marks = SearchValues.Create("，。；！？\n“‘");

    private readonly List<(int Start, int End)> _spans = [];
    private int _next;

    private Names()
    {
    }

    public static Names Of(ReadOnlySpan<char> text)
    {
        Names names = new();
        for (var at = 0; at < text.Length; at++)
        {
            var close = text[at] switch
            {
                '“' => '”',
                '‘' => '’',
                '《' => '》',
                '"' => '"',
                _ => '\0',
            };
            if (close == '\0')
            {
                continue;
            }
            var reach = text.Slice(at + 1, Math.Min(close == '"' ? LongestName + 2 : LongestQuote, text.Length - at - 1));
            var end = reach.IndexOf(close);
            if (end <= 0)
            {
                continue;
            }
            var inside = reach[..end];
            if (close == '》' ? end <= 60 && !IsDocument(inside) : end <= LongestName && inside.IndexOfAny(_marks) < 0)
            {
                names._spans.Add((at + 1, at + 1 + end));
                at += end + 1;
            }
        }
        return names;
    }

    // 《关于…办好10件民生实事的通知》 says how many; 《平凡的世界》 and 《学习百问》 say nothing.
    private static bool IsDocument(ReadOnlySpan<char> title)
    {
        foreach (var end in (ReadOnlySpan<string>)["通知", "方案", "意见", "决定", "清单", "规划", "报告", "办法", "计划", "通报", "公告"])
        {
            if (title.Length > 12 && title.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The name around a place; places must be asked for in rising order.</summary>
    public bool TryAround(int at, out int start, out int end)
    {
        while (_next < _spans.Count && _spans[_next].End <= at)
        {
            _next++;
        }
        (start, end) = _next < _spans.Count ? _spans[_next] : (0, 0);
        return _next < _spans.Count && _spans[_next].Start <= at;
    }
}
