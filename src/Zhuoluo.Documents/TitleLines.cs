namespace Zhuoluo.Documents;

/// <summary>
/// Breaks a title into as few lines as fit, shaped like a trapezoid or a rhombus and without splitting a word as far as signs of
/// words can be seen (7.3.1). There is no dictionary: a break is good after 的 和 、 ， 》 and before the words titles turn on.
/// </summary>
public static class TitleLines
{
    /// <summary>22 pt characters in 156 mm.</summary>
    public const int Width = 20;
    private const int SplitWord = 6;
    private const string After = "的和与及、，：》）日月度";
    private static readonly string[] _before = ["关于", "情况", "工作", "通报", "通知", "报告", "会议", "纪要", "更正", "推进", "办理", "项目", "第", "全市", "全县", "印发"];

    public static IReadOnlyList<string> Break(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var lines = (title.Length + Width - 1) / Width;
        return lines switch
        {
            <= 1 => [title],
            2 => BestOfTwo(title),
            _ => Even(title, lines),
        };
    }

    private static IReadOnlyList<string> BestOfTwo(string title)
    {
        var best = title.Length / 2;
        var least = int.MaxValue;
        for (var at = Math.Max(1, title.Length - Width); at <= Math.Min(Width, title.Length - 1); at++)
        {
            var cost = Math.Abs(2 * at - title.Length) + (IsGood(title, at) ? 0 : SplitWord * 2);
            if (cost < least)
            {
                (best, least) = (at, cost);
            }
        }
        return [title[..best], title[best..]];
    }

    private static List<string> Even(string title, int lines)
    {
        List<string> broken = [];
        var start = 0;
        for (var left = lines; left > 1; left--)
        {
            var wish = (title.Length - start) / left;
            var shortest = Math.Max(1, title.Length - start - Width * (left - 1));
            var at = Enumerable.Range(shortest, Math.Max(1, Width - shortest + 1))
                .MinBy(n => Math.Abs(n - wish) + (IsGood(title, start + n) ? 0 : SplitWord));
            broken.Add(title.Substring(start, at));
            start += at;
        }
        broken.Add(title[start..]);
        return broken;
    }

    private static bool IsGood(string title, int at) =>
        After.Contains(title[at - 1], StringComparison.Ordinal)
        || _before.Any(word => string.CompareOrdinal(title, at, word, 0, word.Length) == 0);
}
