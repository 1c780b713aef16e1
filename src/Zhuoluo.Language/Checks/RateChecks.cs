using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>Rates against the numbers beside them: 建立13524件，办结13489件，办结率99.74%; 三个镇合计占全县的23.7%; 228件，增加25件，增长12.3%.</summary>
internal static partial class RateChecks
{
    private const int Back = 10;

    private static readonly string[] _stems = ["办结", "完成", "整改", "化解", "解决", "办复", "办理", "处置", "销号", "竣工", "开工", "清零", "答复", "回复", "验收", "投产", "参与", "满意", "合格", "参评", "采纳", "签收", "完工", "建成", "投用", "拨付", "支付", "回访", "核减", "达标", "签约"];
    private static readonly string[] _finished = ["完工", "完成", "办结", "竣工", "建成"];
    private static readonly string[] _ownBase = ["办结", "完成", "整改", "化解", "解决", "办复", "销号", "竣工", "清零"];
    private static readonly string[] _undone = ["未办", "未完", "未解", "未化", "未整", "未答", "未回", "未竣", "不满意"];
    private static readonly string[] _everything = ["全县", "全市", "全区", "全省", "全镇", "全乡", "全部", "总", "全"];

    public static void Run(Claims claims, List<Finding> findings)
    {
        for (var i = 0; i < claims.All.Count; i++)
        {
            if (!claims.IsPercent(i) || claims.All[i].Qualifier != Qualifier.Exact)
            {
                continue;
            }
            var before = claims.Before(i);
            if (OfTarget(claims, i, findings))
            {
                continue;
            }
            if (Claims.HasAny(before, ["增长", "上升", "下降", "增幅", "降幅", "减少", "提高", "增加", "降低"]))
            {
                if (!claims.IsChange(i) || Claims.HasAny(before, ["同比", "环比"]))
                {
                    Change(claims, i, findings);
                }
            }
            else if (Claims.HasAny(before, ["合计", "共占", "总共"]) && Claims.HasAny(before, ["占"]))
            {
                Together(claims, i, findings);
            }
            else if (before.IndexOf('占') is >= 0 and var share && !(share > 0 && before[share - 1] == '率'))
            {
                Share(claims, i, before[(share + 1)..], findings);
            }
            else if (before.IndexOf('率') > 0)
            {
                Rate(claims, i, findings);
            }
        }
    }

    private static void Rate(Claims claims, int rate, List<Finding> findings)
    {
        var (printed, digit) = (claims.All[rate].Value!.Value, claims.All[rate].Digit);
        List<int> near = [.. Nearby(claims, rate).Take(Back)];
        foreach (var part in near)
        {
            foreach (var whole in near)
            {
                if (part > whole && claims.AreAlike(part, whole) && claims.MayGive(part, whole, printed, digit))
                {
                    findings.Add(new Finding(Reason.Holds, null, [rate, part, whole], [$"{Claims.Say(claims.All[part].Value!.Value)}/{Claims.Say(claims.All[whole].Value!.Value)} = {Claims.Say(printed)}%"]));
                    return;
                }
            }
        }
        if (FollowsFromSum(claims, near, printed, digit))
        {
            return;
        }
        var before = claims.Before(rate);
        foreach (var stem in _stems)
        {
            if (before.IndexOf(stem + "率", StringComparison.Ordinal) < 0 && before.IndexOf(stem, StringComparison.Ordinal) < 0)
            {
                continue;
            }
            // The number done is the one whose clause says so; the whole is the last one before it.
            var done = near.FindIndex(i => claims.Sentence(i) == claims.Sentence(rate) && !Claims.HasAny(claims.Before(i), _undone) && (claims.Before(i).IndexOf(stem, StringComparison.Ordinal) >= 0
                || Array.IndexOf(_finished, stem) >= 0 && Claims.HasAny(claims.Before(i), _finished)));
            // Of several numbers before it the one that comes nearest to the rate.
            if (done >= 0 && near.Skip(done + 1).Where(i => claims.AreAlike(i, near[done]) && claims.Sentence(i) == claims.Sentence(rate)).ToList() is { Count: > 0 } wholes)
            {
                var whole = near.IndexOf(wholes.MinBy(i => Math.Abs(printed - (claims.Value(near[done]) * 100 / Math.Max(claims.Value(i), 0.0001m)))));
                var (d, w) = (claims.All[near[done]].Value!.Value, claims.All[near[whole]].Value!.Value);
                if (w > 0 && printed <= 150)
                {
                    Blame(claims, rate, [near[done], near[whole]], v => RateFits.Of(v[0], v[1], printed, digit) == RateFit.Rounded && v[0] <= v[1],
                        Reason.Rate, [$"{Claims.Say(decimal.Round(d * 100 / w, Decimals(digit), MidpointRounding.AwayFromZero))}%", $"{Claims.Say(printed)}%"], findings);
                }
                return;
            }
            if (done < 0 && Array.IndexOf(_ownBase, stem) >= 0 && near is [var only, ..] && !Claims.HasAny(claims.Before(only), _undone) && claims.Sentence(only) == claims.Sentence(rate) && (Claims.IsCounter(claims.All[only].Dimension) || claims.All[only].Dimension is Dimension.Person or Dimension.Household or Dimension.Event)
                && claims.All[only].Value is >= 1 and < 10_000 and var count && claims.Clauses.ClauseOf(claims.All[rate].At) - claims.Clauses.ClauseOf(claims.All[only].At) <= 1
                && !RateFits.IsPossible(count, printed, digit))
            {
                findings.Add(new Finding(Reason.RateImpossible, Verdict.Contradicts, [rate, only], [Claims.Say(count), $"{Claims.Say(printed)}%"]));
                return;
            }
        }
        Named(claims, rate, findings);
    }

    // 满意1703条、基本满意121条，满意率（含基本满意）97.7%
    private static bool FollowsFromSum(Claims claims, List<int> near, decimal printed, decimal digit)
    {
        for (var from = 0; from < near.Count; from++)
        {
            var (sum, slack) = (claims.Value(near[from]), claims.Slack(near[from]));
            for (var next = from + 1; next < near.Count && next - from <= 3 && claims.AreAlike(near[next], near[from]); next++)
            {
                (sum, slack) = (sum + claims.Value(near[next]), slack + claims.Slack(near[next]));
                for (var whole = next + 1; whole < near.Count; whole++)
                {
                    var (value, loose) = (claims.Value(near[whole]), claims.Slack(near[whole]));
                    if (claims.AreAlike(near[whole], near[from]) && value >= sum && RateFits.Between(sum - slack, sum + slack, value - loose, value + loose, printed, digit))
                    {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    // 受理284406件，其中咨询124599件，占63.72%: not of all, but of the kinds that are listed (Tangshan 2024-11, rules A11).
    private static void OfSiblings(Claims claims, int rate, int part, ReadOnlySpan<char> named, List<Finding> findings)
    {
        var (printed, digit) = (claims.All[rate].Value!.Value, claims.All[rate].Digit);
        if (!IsWithin(claims, part) || named.Length > 1 && !Claims.HasAny(named, _everything))
        {
            return;
        }
        var whole = Nearby(claims, part).FirstOrDefault(i => claims.AreAlike(i, part) && claims.Sentence(i) >= claims.Sentence(part) - 1, -1);
        if (whole < 0 || claims.All[whole].Value is not > 0)
        {
            return;
        }
        List<int> siblings = [part];
        for (var i = part + 1; i + 1 < claims.All.Count && claims.Paragraph(i) == claims.Paragraph(part) && i - part < 40; i++)
        {
            if (claims.IsPlain(i) && claims.AreAlike(i, part) && claims.IsPercent(i + 1) && claims.Before(i + 1).IndexOf('占') >= 0)
            {
                siblings.Add(i);
            }
        }
        var sum = siblings.Sum(i => claims.All[i].Value!.Value);
        if (siblings.Count <= 1 && named.Length <= 1 && claims.MayGive(part, whole, printed, digit))
        {
            return;
        }
        findings.Add(siblings.Count > 1 && RateFits.Of(claims.All[part].Value!.Value, sum, printed, digit) != RateFit.None
            ? new Finding(Reason.RateBase, Verdict.UnclearBase, [rate, part, whole], [Claims.Say(sum), claims.All[whole].Raw])
            : new Finding(Reason.Rate, Verdict.Contradicts, [rate, part, whole],
                [$"{Claims.Say(decimal.Round(claims.All[part].Value!.Value * 100 / claims.All[whole].Value!.Value, Decimals(digit), MidpointRounding.AwayFromZero))}%", $"{Claims.Say(printed)}%"]));
    }

    // A、B、C…三个镇合计占全县的23.7%
    private static void Together(Claims claims, int rate, List<Finding> findings)
    {
        var (printed, digit) = (claims.All[rate].Value!.Value, claims.All[rate].Digit);
        List<int> parts = [];
        var announced = 0;
        for (var i = rate - 1; i >= 0 && rate - i <= Claims.Reach && claims.Sentence(i) == claims.Sentence(rate); i--)
        {
            if (claims.Clauses.ClauseOf(claims.All[i].At) == claims.Clauses.ClauseOf(claims.All[rate].At))
            {
                announced = (int)(claims.All[i].Value ?? 0);
            }
            else if (claims.IsPlain(i) && (parts.Count == 0 || claims.AreAlike(i, parts[0])) && (announced == 0 || parts.Count < announced))
            {
                parts.Add(i);
            }
        }
        parts.Reverse();
        if (parts.Count < 2 || (announced > 1 && parts.Count != announced))
        {
            return;
        }
        var sum = parts.Sum(i => claims.All[i].Value!.Value);
        List<int> wholes = [.. Nearby(claims, parts[0]).Where(i => claims.AreAlike(i, parts[0]) && claims.All[i].Value > sum)];
        foreach (var whole in wholes)
        {
            if (RateFits.Of(sum, claims.All[whole].Value!.Value, printed, digit) != RateFit.None)
            {
                findings.Add(new Finding(Reason.Holds, null, [rate, .. parts, whole], [$"{Claims.Say(sum)}/{Claims.Say(claims.All[whole].Value!.Value)} = {Claims.Say(printed)}%"]));
                return;
            }
        }
        if (wholes.Count == 0)
        {
            return;
        }
        var largest = wholes.MaxBy(i => claims.All[i].Value);
        var base100 = claims.All[largest].Value!.Value;
        Blame(claims, rate, [.. parts, largest], v => RateFits.Of(v.Take(v.Count - 1).Sum(), v[^1], printed, digit) == RateFit.Rounded && Falls(v.Take(v.Count - 1)),
            Reason.Rate, [$"{Claims.Say(decimal.Round(sum * 100 / base100, Decimals(digit), MidpointRounding.AwayFromZero))}%", $"{Claims.Say(printed)}%"], findings);
    }

    // A list that is in falling order stays so when a slip is mended.
    private static bool Falls(IEnumerable<decimal> values)
    {
        var last = decimal.MaxValue;
        foreach (var value in values)
        {
            if (value > last)
            {
                return false;
            }
            last = value;
        }
        return true;
    }

    private static void Change(Claims claims, int rate, List<Finding> findings)
    {
        // 完成预算84.82万元的73.2%: the budget is not what grew.
        var near = Nearby(claims, rate).Where(i => claims.Sentence(i) == claims.Sentence(rate) && !(claims.IsPercent(i + 1) && claims.After(i) is ['的', ..])).Take(3).ToList();
        if (near.Count == 3 && !claims.AreAlike(near[0], near[1]) && claims.Clause(near[1]) == claims.Clause(near[2]))
        {
            // 19批42人次，比上年减少13批，下降40.6%
            near.RemoveAt(1);
        }
        near = [.. near.Take(2)];
        if (near.Count != 2 || !claims.AreAlike(near[0], near[1]) || !Claims.HasAny(claims.Before(near[0]), ["增加", "减少", "增长", "下降", "上升", "净增", "净减"])
            || claims.Before(near[0]).EndsWith("到", StringComparison.Ordinal) || claims.Before(near[0]).EndsWith("至", StringComparison.Ordinal))
        {
            return;
        }
        var (change, now) = (claims.All[near[0]].Value!.Value, claims.All[near[1]].Value!.Value);
        var (printed, digit) = (claims.All[rate].Value!.Value, claims.All[rate].Digit);
        var falls = Claims.HasAny(claims.Before(near[0]), ["减少", "下降", "净减"]);
        var then = falls ? now + change : now - change;
        if (then <= 0)
        {
            return;
        }
        var slack = claims.Slack(near[0]) + claims.Slack(near[1]);
        findings.Add(RateFits.Between(change - claims.Slack(near[0]), change + claims.Slack(near[0]), then - slack, then + slack, printed, digit)
            ? new Finding(Reason.Holds, null, [rate, near[0], near[1]], [$"{Claims.Say(change)}/{Claims.Say(then)} = {Claims.Say(printed)}%"])
            : new Finding(Reason.Change, Verdict.Contradicts, [rate, near[0], near[1]],
                [$"{Claims.Say(decimal.Round(change * 100 / then, Decimals(digit), MidpointRounding.AwayFromZero))}%", $"{Claims.Say(printed)}%"]));
    }

    /// <summary>
    /// Numbers that should give a rate and do not. Where two neighbouring digits of exactly one of them, changed back, make all of it right,
    /// that one is marked; else the rate.
    /// </summary>
    private static void Blame(Claims claims, int rate, List<int> about, Func<List<decimal>, bool> fits, Reason reason, IReadOnlyList<string> words, List<Finding> findings)
    {
        List<(int Index, decimal Value)> mended = [];
        for (var i = 0; i < about.Count; i++)
        {
            foreach (var other in Slips.Swaps(claims.All[about[i]].Value!.Value))
            {
                List<decimal> values = [.. about.Select(a => claims.All[a].Value!.Value)];
                values[i] = other;
                if (fits(values))
                {
                    mended.Add((about[i], other));
                }
            }
        }
        findings.Add(mended is [var (index, value)]
            ? new Finding(Reason.DigitsSwapped, Verdict.Contradicts, [index, rate, .. about.Where(a => a != index)], [Claims.Say(value), .. words])
            : new Finding(reason, Verdict.Contradicts, [rate, .. about], words));
    }

    /// <summary>Plain numbers before a place of the same paragraph, the nearest first, twenty at most.</summary>
    private static IEnumerable<int> Nearby(Claims claims, int index)
    {
        var taken = 0;
        for (var i = index - 1; i >= 0 && index - i < 40 && taken < Back * 2 && claims.Paragraph(i) == claims.Paragraph(index); i--)
        {
            if (claims.IsPlain(i))
            {
                taken++;
                yield return i;
            }
        }
    }

    private static int Decimals(decimal digit) => digit >= 1 ? 0 : digit >= 0.1m ? 1 : digit >= 0.01m ? 2 : 3;

    private static bool Shared(string name, string context)
    {
        for (var i = 0; i + 1 < name.Length; i++)
        {
            if (context.Contains(name.AsSpan(i, 2), StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
