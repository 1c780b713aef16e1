using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Replies;

/// <summary>
/// What looks odd about an answer before it is sent: the same words to many people, or words that touch nothing of what was asked.
/// It only warns; whoever sends it all the same says so, and the reviewer is shown it.
/// </summary>
internal static class AnswerLook
{
    /// <summary>So many equal or nearly equal answers of the unit before this one, and it is a habit.</summary>
    public const int Often = 3;

    /// <summary>How many of the unit's last answers are looked at.</summary>
    public const int Recent = 200;

    /// <summary>Shared pairs of characters out of all pairs of both, in percent, from which two texts are nearly the same.</summary>
    private const int Alike = 85;

    /// <summary>Pairs that stand in every answer and tell of nothing.</summary>
    private static readonly HashSet<string> _common =
        [.. Pairs("您好您反映的问题收悉感谢您的来电来信已经进行处理办理完毕情况如下回复答复如有疑问请联系我们工作人员现场核实特此答复此致敬礼相关部门高度重视")];

    /// <summary>Pure. <paramref name="asked"/> is title, text and topic of the matter.</summary>
    public static AnswerFlags Of(string text, string asked, IReadOnlyList<string> recent)
    {
        var pairs = Pairs(text).ToHashSet(StringComparer.Ordinal);
        var key = Fold.TextKey(text);
        var alike = recent.Count(r => Fold.TextKey(r) == key || AreAlike(pairs, r));
        var told = pairs.Where(p => !_common.Contains(p)).ToHashSet(StringComparer.Ordinal);
        var touches = Pairs(asked).Any(told.Contains);
        return (alike >= Often ? AnswerFlags.Reused : AnswerFlags.None) | (touches ? AnswerFlags.None : AnswerFlags.OffTopic);
    }

    /// <summary>The last answers of a unit, newest first.</summary>
    public static Task<List<string>> RecentAsync(ZhuoluoContext db, long? unitId, CancellationToken cancel) => unitId is null
        ? Task.FromResult<List<string>>([])
        : db.Set<Answer>().Where(a => a.UnitId == unitId && a.Fold != null).OrderByDescending(a => a.Id).Take(Recent).Select(a => a.Text).ToListAsync(cancel);

    private static bool AreAlike(HashSet<string> pairs, string other)
    {
        var its = Pairs(other).ToHashSet(StringComparer.Ordinal);
        var shared = its.Count(pairs.Contains);
        var all = pairs.Count + its.Count - shared;
        return all > 0 && 100 * shared >= Alike * all;
    }

    // Words of letters and digits count too; the lone last character of a run does not.
    private static IEnumerable<string> Pairs(string text) => Bigrams.Index(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1);
}
