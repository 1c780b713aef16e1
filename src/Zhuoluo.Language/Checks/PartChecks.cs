namespace Zhuoluo.Language.Checks;

/// <summary>Parts against wholes (rules G3.9): 至此，共计1129户; 6个，其中1个、5个; 16项，9项完成，其余7项; 办结 never more than 建立.</summary>
internal static partial class PartChecks
{
    private static readonly string[] _done = ["办结", "完成", "解决", "化解", "整改", "办复", "答复", "竣工", "完工", "清零", "打通", "处置", "兑现", "完工", "建成", "拨付", "支付", "销号"];

    private const int Longest = 400;

    private static readonly string[] _averages = ["平均", "人均", "户均", "日均", "月均", "年均", "每人", "每户", "每月"];

    public static void Run(Claims claims, List<Finding> findings)
    {
        for (var i = 0; i < claims.All.Count; i++)
        {
            if (!claims.IsPlain(i))
            {
                continue;
            }
            var before = claims.Before(i);
            Listed(claims, i, findings);
            Limit(claims, i, findings);
            if (Among(claims, i, findings) || Left(claims, i, findings))
            {
                continue;
            }
            if (before.Length <= 6 && Claims.HasAny(before, ["共计", "合计", "总计"]))
            {
                Total(claims, i, findings);
            }
            else if (Claims.HasAny(before, ["其余", "剩余", "尚有", "余下", "还剩", "仍有"]) || Claims.HasAny(before, ["还有"]) && Claims.HasAny(claims.After(i), ["未", "正在", "待"]))
            {
                Remainder(claims, i, findings);
            }
            else if (before.StartsWith("其中", StringComparison.Ordinal) || before.IndexOf("(其中", StringComparison.Ordinal) >= 0 || StartsWithin(claims, i))
            {
                Within(claims, i, findings);
            }
            else if (Claims.HasAny(before, _others))
            {
                Others(claims, i, findings);
            }
            else if (!Complement(claims, i, findings))
            {
                Done(claims, i, findings);
            }
        }
    }

    // 办结3件; in 制定整改措施3条 and 完成任务3项 other things are counted
    private static bool EndsDone(ReadOnlySpan<char> before)
    {
        foreach (var word in _done)
        {
            // 限期整改 and 提前完成 tell another kind, not how much of it is done.
            if (before.EndsWith(word, StringComparison.Ordinal))
            {
                return before[..^word.Length] is "" or "已" or "经" or "均" or "均已" or "全部" or "现已" or "目前" or "目前已" or "共" or "圆满" or "按时" or "按期" or "实际" or "其中" or "成功" or "就地" or "及时" or "顺利" or "实事" or "项目" or "问题";
            }
        }
        return false;
    }

    private static bool StartsWithin(Claims claims, int index)
    {
        var start = claims.Clauses.ClauseStart(claims.All[index].At);
        return start >= 3 && claims.Form[(start - 3)..start] is "其中，" or "其中:" or "其中、";
    }

    private static void Total(Claims claims, int total, List<Finding> findings)
    {
        List<int> parts = [];
        for (var i = total - 1; i >= 0 && total - i <= Claims.Reach && claims.Sentence(i) == claims.Sentence(total); i--)
        {
            if (claims.IsPlain(i) && claims.AreAlike(i, total) && claims.All[i].Unit == claims.All[total].Unit)
            {
                parts.Insert(0, i);
            }
        }
        if (parts.Count >= 2)
        {
            Sum(claims, total, parts, mustHold: true, findings);
        }
    }

    // 784条，其中A 1个、B 5个: none more than the whole; together the whole, or far from it.
    private static void Within(Claims claims, int first, List<Finding> findings)
    {
        // 其中 in the sentence of the whole means the number before it; at the head of a sentence any number of the paragraph may be meant.
        var whole = -1;
        for (var i = first - 1; i >= 0 && first - i <= 12 && claims.Paragraph(i) == claims.Paragraph(first); i--)
        {
            if (claims.IsPlain(i) && claims.AreAlike(i, first) && !claims.IsChange(i) && !Claims.HasAny(claims.Before(i), _averages)
                && !(claims.All[i].Unit is "类" or "种" or "方面" or "批" && claims.All[i].Unit != claims.All[first].Unit))
            {
                whole = whole < 0 || claims.All[i].Value > claims.All[whole].Value ? i : whole;
                if (claims.Sentence(i) == claims.Sentence(first) || claims.All[whole].Value >= claims.All[first].Value)
                {
                    break;
                }
            }
        }
        // 就业15人；开发岗位56个，其中保洁员31人: the jobs are meant, not what stands in another sentence.
        if (whole >= 0 && claims.Sentence(whole) != claims.Sentence(first) && first - whole > 1 && claims.IsPlain(first - 1) && claims.Sentence(first - 1) == claims.Sentence(first) && !claims.AreAlike(first - 1, first))
        {
            return;
        }
        if (whole < 0 || claims.IsChange(first))
        {
            return;
        }
        // (其中A 3项，B 5项) ends with its bracket.
        var bracket = claims.Before(first).IndexOf("(其中", StringComparison.Ordinal) >= 0 ? claims.Form[claims.All[first].After..Math.Min(claims.Form.Length, claims.All[first].After + Longest)].IndexOf(')') : -1;
        var end = bracket < 0 ? int.MaxValue : claims.All[first].After + bracket;
        List<int> parts = [first];
        for (var i = first + 1; i < claims.All.Count && i - first <= Claims.Reach && claims.Sentence(i) == claims.Sentence(first) && claims.All[i].At < end; i++)
        {
            if (claims.IsPlain(i) && claims.All[i].Unit == claims.All[first].Unit && !claims.IsChange(i))
            {
                parts.Add(i);
            }
        }
        parts = bracket < 0 ? Further(claims, whole, first, parts) : parts;
        // 电话8341件，邮件137件，短信2条: another measure word of the same thing
        if (parts.Count >= 2 && !Sums(claims, whole, parts) && parts[^1] + 1 < claims.All.Count && claims.IsPlain(parts[^1] + 1) && claims.AreAlike(parts[^1] + 1, whole)
            && claims.Sentence(parts[^1] + 1) == claims.Sentence(first) && Sums(claims, whole, [.. parts, parts[^1] + 1]))
        {
            parts = [.. parts, parts[^1] + 1];
        }
        // 其中 at the head of a sentence may mean a number farther back.
        if (claims.Sentence(whole) != claims.Sentence(first) && parts.Count >= 2 && !Sums(claims, whole, parts) && claims.AlikeBefore(first).FirstOrDefault(i => i != whole && Sums(claims, i, parts), -1) is >= 0 and var farther)
        {
            Sum(claims, farther, parts, mustHold: false, findings);
            return;
        }
        var too = parts.FindIndex(i => claims.All[i].Value > claims.All[whole].Value);
        if (too == 0)
        {
            findings.Add(new Finding(Reason.PartExceeds, Verdict.Contradicts, [first, whole], [Claims.Say(claims.All[first].Value!.Value), Claims.Say(claims.All[whole].Value!.Value)]));
            return;
        }
        if (too < 0 && parts.Count >= 2)
        {
            Sum(claims, whole, parts, IsComplete(claims, whole, parts), findings);
        }
        else if (too < 0 && claims.Sentence(first) == claims.Sentence(whole))
        {
            findings.Add(new Finding(Reason.Holds, null, [first, whole], [$"{Claims.Say(claims.All[first].Value!.Value)} ≤ {Claims.Say(claims.All[whole].Value!.Value)}"]));
        }
    }

    // 其中A 3件，占3%；B 5件，占5%；C 2件: behind ； the list goes on, unless what stands before it makes up the whole.
    private static List<int> Further(Claims claims, int whole, int first, List<int> parts)
    {
        if (Sums(claims, whole, parts))
        {
            return parts;
        }
        List<int> further = [.. parts];
        for (var i = parts[^1] + 1; i < claims.All.Count && i - first <= Claims.Reach && claims.Period(i) == claims.Period(first); i++)
        {
            var before = claims.Before(i);
            if (Claims.HasAny(before, ["其中", "合计", "共计", "累计", "日均", "平均"]))
            {
                break;
            }
            if (claims.IsPlain(i) && claims.All[i].Unit == claims.All[first].Unit && !claims.IsChange(i))
            {
                further.Add(i);
                if (Sums(claims, whole, further))
                {
                    return further;
                }
            }
        }
        return further.Count > parts.Count && (parts.Count == 1 || Sums(claims, whole, further)) && parts.Sum(claims.Value) < claims.Value(whole) ? further : parts;
    }

    private static bool Sums(Claims claims, int total, IReadOnlyList<int> parts) =>
        Math.Abs(parts.Sum(claims.Value) - claims.Value(total)) <= claims.Slack(total) + parts.Sum(claims.Slack);

    internal static void Sum(Claims claims, int total, IReadOnlyList<int> parts, bool mustHold, List<Finding> findings)
    {
        var (sum, said) = (parts.Sum(claims.Value), claims.Value(total));
        var working = $"{string.Join(" + ", parts.Select(i => Claims.Say(claims.Value(i))))} = {Claims.Say(sum)}";
        if (Sums(claims, total, parts))
        {
            findings.Add(new Finding(Reason.Holds, null, [total, .. parts], [working]));
        }
        else if (Slips.Swapped(claims, total, parts) is [var (index, value)] && index != total)
        {
            findings.Add(new Finding(Reason.DigitsSwapped, Verdict.Contradicts, [index, .. parts.Append(total).Where(i => i != index)], [Claims.Say(value), Claims.Say(said), Claims.Say(sum)]));
        }
        else if (mustHold || Slips.IsSlip(claims, total, parts))
        {
            findings.Add(new Finding(Reason.PartsSum, Verdict.Contradicts, [total, .. parts], [working, Claims.Say(said)]));
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
        for (var i = left + 1; i < claims.All.Count && i - left <= Claims.Reach && claims.Sentence(i) == claims.Sentence(left); i++)
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
                if (whole < done && Math.Min(Math.Abs(difference - one), Math.Abs(difference - all)) <= claims.Slack(whole) + claims.Slack(done) + claims.Slack(left))
                {
                    findings.Add(new Finding(Reason.Holds, null, [left, whole, done], [$"{Claims.Say(claims.All[whole].Value!.Value)} − {Claims.Say(claims.All[done].Value!.Value)} = {Claims.Say(difference)}"]));
                    return;
                }
            }
        }
        if (earlier is not [var last, var first, ..])
        {
            return;
        }
        // The whole is the last number before it that is larger, and of the same unit where there are several.
        first = earlier.Count == 2 ? first : earlier.Skip(1).FirstOrDefault(i => claims.Value(i) > claims.Value(last) && claims.All[i].Unit == claims.All[last].Unit, first);
        if (claims.Value(first) <= claims.Value(last) || claims.Sentence(first) < claims.Sentence(left) - 1)
        {
            return;
        }
        var missing = claims.Value(first) - claims.Value(last);
        var off = Math.Abs(missing - one);
        // Of two numbers, whole and part are known; of more, the last two only where the part says so and little is missing.
        if (earlier.Count == 2 || claims.Sentence(last) >= claims.Sentence(left) - 1 && Claims.HasAny(claims.Context(last), _done)
            && off <= Math.Max(3 * claims.All[left].Digit, claims.Value(first) / 10) && off > claims.Slack(first) + claims.Slack(last) + claims.Slack(left))
        {
            findings.Add(new Finding(Reason.Remainder, Verdict.Contradicts, [left, first, last],
                [$"{Claims.Say(claims.Value(first))} − {Claims.Say(claims.Value(last))} = {Claims.Say(missing)}", Claims.Say(one)]));
        }
    }

    // 建立工作台账13524件，办结13489件
    private static void Done(Claims claims, int done, List<Finding> findings)
    {
        var said = claims.Before(done);
        var within = done > 0 && claims.Clause(done - 1) == claims.Clause(done) && claims.All[done - 1].After <= claims.All[done].At;
        // 10件实事完成12件: within one clause, what stands between the two
        var before = (within ? claims.Form[claims.All[done - 1].After..claims.All[done].At] : said).TrimStart('已');
        if (within && !EndsDone(before))
        {
            return;
        }
        if (before.Length > 6 || !EndsDone(before) && (before.Length == said.Length || before.Length is < 2 or > 4) || Claims.HasAny(before, ["累计", "新", "另"]))
        {
            return;
        }
        var whole = done - 1;
        if (whole < 0 || !claims.IsPlain(whole) || claims.Sentence(whole) != claims.Sentence(done) || claims.All[whole].Unit != claims.All[done].Unit
            || claims.Clause(done) - claims.Clause(whole) is not (0 or 1) || Claims.HasAny(claims.Before(whole), _done)
            || Claims.HasAny(claims.Context(whole), ["计划", "目标", "任务", "指标", "要求", "年初", "承诺", "预算"]))
        {
            return;
        }
        var (part, all) = (claims.All[done].Value!.Value, claims.All[whole].Value!.Value);
        findings.Add(part > all
            ? new Finding(Reason.PartExceeds, Verdict.Contradicts, [done, whole], [Claims.Say(part), Claims.Say(all)])
            : new Finding(Reason.Holds, null, [done, whole], [$"{Claims.Say(part)} ≤ {Claims.Say(all)}"]));
    }
}
