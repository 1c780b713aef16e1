namespace Zhuoluo.Language.Checks;

/// <summary>Parts against wholes (rules G3.9): 至此，共计1129户; 6个，其中1个、5个; 16项，9项完成，其余7项; 办结 never more than 建立.</summary>
internal static class PartChecks
{
    // Parts that miss their total by this much are meant to make it up; those that miss it by more are only some of them.
    private const decimal Slip = 0.05m;

    private static readonly string[] _done = ["办结", "完成", "解决", "化解", "整改", "办复", "答复", "销号", "竣工", "完工", "清零", "打通", "处置", "兑现"];

    public static void Run(Claims claims, List<Finding> findings)
    {
        for (var i = 0; i < claims.All.Count; i++)
        {
            if (!claims.IsPlain(i))
            {
                continue;
            }
            var before = claims.Before(i);
            if (before.Length <= 6 && Claims.HasAny(before, ["共计", "合计", "总计"]))
            {
                Total(claims, i, findings);
            }
            else if (Claims.HasAny(before, ["其余", "剩余", "尚有", "余下", "还剩", "仍有"]))
            {
                Remainder(claims, i, findings);
            }
            else if (before.StartsWith("其中", StringComparison.Ordinal) || StartsWithin(claims, i))
            {
                Within(claims, i, findings);
            }
            else
            {
                Done(claims, i, findings);
            }
        }
    }

    private static bool StartsWithin(Claims claims, int index)
    {
        var start = claims.Clauses.ClauseStart(claims.All[index].At);
        return start >= 3 && claims.Form[(start - 3)..start] is "其中，" or "其中:" or "其中、";
    }

    private static void Total(Claims claims, int total, List<Finding> findings)
    {
        List<int> parts = [];
        for (var i = total - 1; i >= 0 && claims.Sentence(i) == claims.Sentence(total); i--)
        {
            if (claims.IsPlain(i) && claims.AreAlike(i, total) && claims.All[i].Unit == claims.All[total].Unit)
            {
                parts.Insert(0, i);
            }
        }
        if (parts.Count >= 2)
        {
            Sum(claims, total, parts, Verdict.Contradicts, mustHold: true, findings);
        }
    }

    // 784条，其中A 1个、B 5个: none more than the whole; together the whole, or far from it.
    private static void Within(Claims claims, int first, List<Finding> findings)
    {
        // 其中 in the sentence of the whole means the number before it; at the head of a sentence any number of the paragraph may be meant.
        var whole = -1;
        for (var i = first - 1; i >= 0 && first - i <= 12 && claims.Paragraph(i) == claims.Paragraph(first); i--)
        {
            if (claims.IsPlain(i) && claims.AreAlike(i, first))
            {
                whole = whole < 0 || claims.All[i].Value > claims.All[whole].Value ? i : whole;
                if (claims.Sentence(i) == claims.Sentence(first) || claims.All[whole].Value >= claims.All[first].Value)
                {
                    break;
                }
            }
        }
        if (whole < 0)
        {
            return;
        }
        List<int> parts = [first];
        for (var i = first + 1; i < claims.All.Count && claims.Sentence(i) == claims.Sentence(first); i++)
        {
            if (claims.IsPlain(i) && claims.All[i].Unit == claims.All[first].Unit)
            {
                parts.Add(i);
            }
        }
        var too = parts.FindIndex(i => claims.All[i].Value > claims.All[whole].Value);
        if (too == 0)
        {
            findings.Add(new Finding(Reason.PartExceeds, Verdict.Contradicts, [first, whole], [Claims.Say(claims.All[first].Value!.Value), Claims.Say(claims.All[whole].Value!.Value)]));
            return;
        }
        if (too < 0 && parts.Count >= 2)
        {
            Sum(claims, whole, parts, Verdict.Contradicts, mustHold: false, findings);
        }
        else if (too < 0 && claims.Sentence(first) == claims.Sentence(whole))
        {
            findings.Add(new Finding(Reason.Holds, null, [first, whole], [$"{Claims.Say(claims.All[first].Value!.Value)} ≤ {Claims.Say(claims.All[whole].Value!.Value)}"]));
        }
    }

    private static void Sum(Claims claims, int total, List<int> parts, Verdict verdict, bool mustHold, List<Finding> findings)
    {
        var (sum, said) = (parts.Sum(i => claims.All[i].Value!.Value), claims.All[total].Value!.Value);
        var working = $"{string.Join(" + ", parts.Select(i => Claims.Say(claims.All[i].Value!.Value)))} = {Claims.Say(sum)}";
        if (sum == said)
        {
            findings.Add(new Finding(Reason.Holds, null, [total, .. parts], [working]));
        }
        else if (mustHold || Math.Abs(sum - said) <= Math.Max(1, said * Slip))
        {
            findings.Add(new Finding(Reason.PartsSum, verdict, [total, .. parts], [working, Claims.Say(said)]));
        }
    }

    private static void Remainder(Claims claims, int left, List<Finding> findings)
    {
        List<int> earlier = [];
        for (var i = left - 1; i >= 0 && left - i <= 10 && claims.Paragraph(i) == claims.Paragraph(left); i--)
        {
            if (claims.IsPlain(i) && claims.AreAlike(i, left))
            {
                earlier.Add(i);
            }
        }
        List<int> rest = [left];
        for (var i = left + 1; i < claims.All.Count && claims.Sentence(i) == claims.Sentence(left); i++)
        {
            if (claims.IsPlain(i) && claims.All[i].Unit == claims.All[left].Unit)
            {
                rest.Add(i);
            }
        }
        var (one, all) = (claims.All[left].Value!.Value, rest.Sum(i => claims.All[i].Value!.Value));
        foreach (var done in earlier)
        {
            foreach (var whole in earlier)
            {
                var difference = claims.All[whole].Value!.Value - claims.All[done].Value!.Value;
                if (whole < done && (difference == one || difference == all))
                {
                    findings.Add(new Finding(Reason.Holds, null, [left, whole, done], [$"{Claims.Say(claims.All[whole].Value!.Value)} − {Claims.Say(claims.All[done].Value!.Value)} = {Claims.Say(difference)}"]));
                    return;
                }
            }
        }
        if (earlier is [var last, var first] && claims.All[first].Value > claims.All[last].Value && claims.Sentence(first) >= claims.Sentence(left) - 1)
        {
            var difference = claims.All[first].Value!.Value - claims.All[last].Value!.Value;
            findings.Add(new Finding(Reason.Remainder, Verdict.Contradicts, [left, first, last],
                [$"{Claims.Say(claims.All[first].Value!.Value)} − {Claims.Say(claims.All[last].Value!.Value)} = {Claims.Say(difference)}", Claims.Say(one)]));
        }
    }

    // 建立工作台账13524件，办结13489件
    private static void Done(Claims claims, int done, List<Finding> findings)
    {
        var before = claims.Before(done).TrimStart('已');
        if (before.Length > 6 || !Claims.HasAny(before, _done) || Claims.HasAny(before, ["累计", "新", "另"]))
        {
            return;
        }
        var whole = done - 1;
        if (whole < 0 || !claims.IsPlain(whole) || claims.Sentence(whole) != claims.Sentence(done) || !claims.AreAlike(whole, done)
            || claims.Clauses.ClauseOf(claims.All[done].At) - claims.Clauses.ClauseOf(claims.All[whole].At) != 1 || Claims.HasAny(claims.Before(whole), _done))
        {
            return;
        }
        var (part, all) = (claims.All[done].Value!.Value, claims.All[whole].Value!.Value);
        findings.Add(part > all
            ? new Finding(Reason.PartExceeds, Verdict.Contradicts, [done, whole], [Claims.Say(part), Claims.Say(all)])
            : new Finding(Reason.Holds, null, [done, whole], [$"{Claims.Say(part)} ≤ {Claims.Say(all)}"]));
    }
}
