namespace Zhuoluo.Language.Checks;

/// <summary>What is said of all against what is said of some: 全部完成 … 尚有3件; 23件持续推进，其中11项提前完成.</summary>
internal static class StatementChecks
{
    private static readonly string[] _all = ["全部完成", "全部办结", "均已办结", "均已完成", "全部解决", "全部化解", "全部清零", "全部打通", "全部整改", "全部落实", "全部竣工", "全部完工", "全部建成", "全部投用", "均已竣工", "均已完工", "均已解决", "均已化解", "全部办理完毕", "全部到位", "全部答复", "全部达标", "无一遗漏", "已全部", "全面完成", "都已完成", "全部销号"];
    private static readonly string[] _left = ["尚有", "仍有", "还有", "其余", "剩余", "还剩", "尚未", "未完成", "未办结", "正在"];
    private static readonly string[] _going = ["持续推进", "正在推进", "稳步推进", "正在实施", "加快推进", "推进中", "正在办理"];
    private static readonly string[] _done = ["完成", "办结", "竣工", "完工", "投用"];

    public static void Run(Claims claims, List<Finding> findings)
    {
        for (var i = 0; i < claims.All.Count; i++)
        {
            if (claims.IsPercent(i) && claims.Value(i) == 100)
            {
                AllOfThem(claims, i, findings);
            }
            if (!claims.IsPlain(i) || !Claims.IsCounter(claims.All[i].Dimension) && claims.All[i].Dimension is not (Quantities.Dimension.Household or Quantities.Dimension.Event))
            {
                continue;
            }
            var said = Said(claims, i);
            if (Claims.HasAny(said, _all))
            {
                AllButSome(claims, i, findings);
            }
            else if (Claims.HasAny(claims.After(i), _going))
            {
                StillAndDone(claims, i, findings);
            }
        }
    }

    // 办结率100%，尚有4件正在办理
    private static void AllOfThem(Claims claims, int rate, List<Finding> findings)
    {
        var left = rate + 1;
        if (left >= claims.All.Count || !claims.IsPlain(left) || claims.Value(left) == 0 || claims.Sentence(left) != claims.Sentence(rate) || claims.Clause(left) - claims.Clause(rate) > 2
            || !Claims.HasAny(claims.Subject(rate), ["办结率", "完成率", "整改率", "解决率", "化解率", "竣工率", "完工率", "答复率", "销号率"])
            || !Claims.HasAny(claims.Before(left), ["尚有", "仍有", "还有", "剩余", "还剩", "未"]))
        {
            return;
        }
        findings.Add(new Finding(Reason.AllButSome, Verdict.Contradicts, [rate, left], [claims.All[left].Raw]));
    }

    // What follows the number up to the next one or the end of the sentence.
    private static ReadOnlySpan<char> Said(Claims claims, int index)
    {
        var from = claims.All[index].After;
        var to = Math.Min(claims.Clauses.SentenceEnd(claims.All[index].At), from + 60);
        if (index + 1 < claims.All.Count)
        {
            to = Math.Min(to, claims.All[index + 1].At);
        }
        return to > from ? claims.Form[from..to] : [];
    }

    private static void AllButSome(Claims claims, int whole, List<Finding> findings)
    {
        for (var i = whole + 1; i < claims.All.Count && i - whole <= Claims.Reach && claims.Sentence(i) - claims.Sentence(whole) <= 1 && claims.Paragraph(i) == claims.Paragraph(whole); i++)
        {
            // 省交办52件已全部化解；自排118件，办结97件，尚有21件: another whole begins.
            if (claims.IsPlain(i) && claims.AreAlike(i, whole) && claims.Sentence(i) != claims.Sentence(whole) && !Claims.HasAny(claims.Before(i), _left))
            {
                return;
            }
            if (claims.IsPlain(i) && claims.AreAlike(i, whole) && claims.All[i].Value > 0 && claims.All[i].Value < claims.All[whole].Value
                && Claims.HasAny(claims.Before(i), _left) && !Claims.HasAny(claims.After(i), _all))
            {
                findings.Add(new Finding(Reason.AllButSome, Verdict.Contradicts, [whole, i], [claims.All[i].Raw]));
                return;
            }
        }
    }

    private static void StillAndDone(Claims claims, int whole, List<Finding> findings)
    {
        var noun = Noun(claims.After(whole));
        for (var i = whole + 1; i < claims.All.Count && i - whole <= Claims.Reach && claims.Sentence(i) - claims.Sentence(whole) <= 1 && claims.Paragraph(i) == claims.Paragraph(whole); i++)
        {
            if (claims.IsPlain(i) && claims.AreAlike(i, whole) && claims.All[i].Value <= claims.All[whole].Value && noun.Length >= 2
                && Claims.HasAny(claims.After(i), _done) && claims.After(i).StartsWith(noun, StringComparison.Ordinal)
                && claims.Form[claims.Clauses.SentenceStart(claims.All[i].At)..claims.All[i].At].IndexOf("其中", StringComparison.Ordinal) >= 0)
            {
                findings.Add(new Finding(Reason.StillAndDone, Verdict.Contradicts, [whole, i], [claims.All[whole].Raw, claims.All[i].Raw]));
                return;
            }
        }
    }

    private static ReadOnlySpan<char> Noun(ReadOnlySpan<char> after)
    {
        foreach (var word in _going)
        {
            if (after.IndexOf(word, StringComparison.Ordinal) is > 0 and var at)
            {
                return after[..at];
            }
        }
        return [];
    }
}
