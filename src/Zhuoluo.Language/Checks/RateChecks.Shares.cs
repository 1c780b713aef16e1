namespace Zhuoluo.Language.Checks;

// 电话34859件，占90.67%: of which whole? Of the one that is named, that its siblings have, or that it follows with 其中.
internal static partial class RateChecks
{
    private static readonly string[] _lead = ["全部", "本月", "本周", "全年", "同期", "总", "其", "全市", "全县", "全区", "全镇"];

    // 满意的11382件，占已评价的84.38%: does a number of the paragraph give the rate, and is it the one that is named?
    private static void Share(Claims claims, int rate, ReadOnlySpan<char> named, List<Finding> findings)
    {
        var near = Nearby(claims, rate).ToList();
        if (near.Count == 0 || claims.Sentence(near[0]) != claims.Sentence(rate))
        {
            return;
        }
        var (printed, digit) = (claims.Value(rate), claims.All[rate].Digit);
        var part = near[0];
        var name = Name(named);
        foreach (var whole in near.Skip(1).Where(w => claims.AreAlike(w, part)))
        {
            if (RateFits.Of(claims.Value(part), claims.Value(whole), printed, digit) != RateFit.Rounded)
            {
                continue;
            }
            var isNamed = name.Length < 2 || Claims.HasAny(named, _everything) || Shared(name, string.Concat(claims.Before(whole), claims.After(whole)));
            findings.Add(isNamed
                ? new Finding(Reason.Holds, null, [rate, part, whole], [$"{Claims.Say(claims.Value(part))}/{Claims.Say(claims.Value(whole))} = {Claims.Say(printed)}%"])
                : new Finding(Reason.RateBase, Verdict.UnclearBase, [rate, part, whole], [claims.All[whole].Raw, named.TrimEnd('的').ToString()]));
            return;
        }
        var wide = Wide(claims, rate, 4);
        var list = List(claims, part);
        if (Wide(claims, rate, 10).Exists(w => !list.Contains(w) && claims.AreAlike(w, part) && (claims.MayGive(part, w, printed, digit) || list.Count > 1 && MayGiveSum(claims, list, w, printed, digit))))
        {
            return;
        }
        var count = findings.Count;
        OfSiblings(claims, rate, part, named, findings);
        if (findings.Count > count || Base(claims, rate, part, named, wide) is not { } known)
        {
            return;
        }
        var follows = claims.Value(part) * 100 / claims.Value(known);
        var digits = Decimals(digit);
        Blame(claims, rate, [part, known], v => RateFits.Of(v[0], v[1], printed, digit) == RateFit.Rounded && v[0] <= v[1],
            Reason.Rate, [$"{Claims.Say(decimal.Round(follows, digits, MidpointRounding.AwayFromZero))}%", $"{Claims.Say(printed)}%"], findings);
    }

    // 占信访总量的: 信访; 占比: nothing
    private static string Name(ReadOnlySpan<char> named)
    {
        var text = named.ToString();
        foreach (var tail in (ReadOnlySpan<string>)["近", "约", "超", "的", "达", "到", "为", "比例", "比重", "比", "总量", "总数", "总额", "总", "量", "数", "额"])
        {
            text = text.EndsWith(tail, StringComparison.Ordinal) ? text[..^tail.Length] : text;
        }
        foreach (var head in _lead)
        {
            text = text.StartsWith(head, StringComparison.Ordinal) ? text[head.Length..] : text;
        }
        return text;
    }

    // The whole of which a share is surely told, though it does not follow.
    private static int? Base(Claims claims, int rate, int part, ReadOnlySpan<char> named, List<int> wide)
    {
        var name = Name(named);
        // More may be done than was planned.
        var isPlan = Claims.HasAny(name, ["计划", "目标", "任务", "预算"]);
        var larger = wide.Where(w => w != part && claims.AreAlike(w, part) && (claims.Value(w) >= claims.Value(part) || isPlan)).ToList();
        if (name.Length >= 2)
        {
            var known = larger.Where(w => claims.Context(w).Contains(name, StringComparison.Ordinal)).ToList();
            return known.Count > 0 && known.TrueForAll(w => claims.Value(w) == claims.Value(known[0])) ? known[0] : null;
        }
        if (named.IndexOf('总') >= 0)
        {
            // 占总量的: there is one number that is said to be all.
            var all = larger.Where(w => Claims.HasAny(claims.Before(w), ["总量", "总数", "总计", "共受理", "共收到", "共办理", "共接", "共登记", "共排查", "共收集"])).ToList();
            if (all.Count == 1)
            {
                return all[0];
            }
        }
        // Another share of the list follows from one number: this one is told of the same.
        for (var other = Math.Max(0, rate - 12); other < claims.All.Count && other <= rate + 12; other++)
        {
            if (other == rate || !claims.IsPercent(other) || claims.Paragraph(other) != claims.Paragraph(rate))
            {
                continue;
            }
            var before = claims.Before(other);
            var (at, its) = (before.IndexOf('占'), Nearby(claims, other).FirstOrDefault(-1));
            if (at < 0 || its < 0 || its == part || claims.Sentence(its) != claims.Sentence(other) || Name(before[(at + 1)..]).Length >= 2)
            {
                continue;
            }
            // A round percentage proves little, unless the two parts make up the whole.
            var found = larger.FindIndex(w => (claims.All[other].Digit <= 0.1m || claims.Value(w) == claims.Value(its) + claims.Value(part)) && RateFits.Of(claims.Value(its), claims.Value(w), claims.Value(other), claims.All[other].Digit) == RateFit.Rounded);
            if (found >= 0)
            {
                return larger[found];
            }
        }
        return null;
    }

    // Numbers of this paragraph and of so many before it.
    private static List<int> Wide(Claims claims, int index, int paragraphs)
    {
        List<int> wide = [];
        for (var i = index - 1; i >= 0 && index - i <= 60 && claims.Paragraph(index) - claims.Paragraph(i) <= paragraphs; i--)
        {
            if (claims.IsPlain(i))
            {
                wide.Add(i);
            }
        }
        for (var i = index + 1; i < claims.All.Count && i - index <= 3 && claims.Paragraph(i) == claims.Paragraph(index); i++)
        {
            if (claims.IsPlain(i))
            {
                wide.Add(i);
            }
        }
        return wide;
    }

    // A 783件、B 579件、C 562件，占77%: the share of all three
    private static List<int> List(Claims claims, int last)
    {
        List<int> list = [last];
        for (var i = last - 1; i >= 0 && last - i <= Claims.Reach && claims.Sentence(i) == claims.Sentence(last) && claims.IsPlain(i) && claims.All[i].Unit == claims.All[last].Unit; i--)
        {
            list.Add(i);
        }
        return list;
    }

    private static bool MayGiveSum(Claims claims, List<int> list, int whole, decimal printed, decimal digit)
    {
        var (sum, slack) = (0m, 0m);
        foreach (var index in list)
        {
            (sum, slack) = (sum + claims.Value(index), slack + claims.Slack(index));
            if (index != list[0] && RateFits.Between(sum - slack, sum + slack, claims.Value(whole) - claims.Slack(whole), claims.Value(whole) + claims.Slack(whole), printed, digit))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsWithin(Claims claims, int index) =>
        Claims.HasAny(claims.Before(index), ["其中"]) || claims.Clauses.ClauseStart(claims.All[index].At) is >= 3 and var start && claims.Form[(start - 3)..start] is "其中，" or "其中:";
}
