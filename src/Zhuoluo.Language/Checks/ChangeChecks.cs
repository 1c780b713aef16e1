using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>From one number to another: 由51.2%提高到46.8%; 由120件增至156件，增长30%; 增加412件，下降26.5%; 由45%提高到65%，提高20个百分点.</summary>
internal static class ChangeChecks
{
    private const int Between = 16;

    private static readonly string[] _up = ["提高", "提升", "增加", "增长", "上升", "扩大", "上调", "增至", "升至", "升到", "增到", "涨至", "扩至", "提至", "提到", "扩展", "攀升", "翻升", "增为", "升为", "提为", "扩为"];
    private static readonly string[] _down = ["降低", "下降", "减少", "缩短", "压缩", "压减", "降至", "降到", "减至", "减到", "缩至", "缩减", "精简", "下调", "回落", "压至", "收窄", "减为", "降为", "缩为", "压为"];
    private static readonly string[] _rate = ["增长", "上升", "下降", "降低", "减少", "增加", "增幅", "降幅", "提高", "压缩", "压减", "缩短", "提升", "缩减"];
    private static readonly string[] _lead = ["同比", "环比", "累计", "共", "总体", "整体", "分别", "平均", "了", "约", "达", "为", "近", "超"];
    private static readonly string[] _yearly = ["年均", "月均", "平均每年", "每年"];

    public static void Run(Claims claims, List<Finding> findings)
    {
        for (var i = 0; i < claims.All.Count; i++)
        {
            if (IsSaid(claims, i))
            {
                FromTo(claims, i, findings);
            }
            if (claims.IsPercent(i))
            {
                Turned(claims, i, findings);
                Compared(claims, i, findings);
                TooMuch(claims, i, findings);
            }
        }
    }

    private static bool IsSaid(Claims claims, int index) => claims.All[index] is { IsClaim: true, Qualifier: Qualifier.Exact, Value: not null, IsBroken: false };

    private static void FromTo(Claims claims, int from, List<Finding> findings)
    {
        var to = from + 1;
        while (to < claims.All.Count && claims.All[to].Role == Role.Date)
        {
            to++;
        }
        if (to >= claims.All.Count || !IsSaid(claims, to) || claims.All[to].Unit != claims.All[from].Unit || !Claims.HasAny(claims.Before(from), ["由", "从"]))
        {
            return;
        }
        // 由二季度的1086件回落到三季度的760件: the time of the second stands behind 到.
        var end = to > from + 1 ? claims.All[from + 1].At : claims.All[to].At;
        var between = claims.Form[claims.All[from].After..Math.Max(claims.All[from].After, end)];
        var text = between.TrimEnd("了约近超的".AsSpan());
        if (between.Length is < 2 or > Between || between.IndexOfAny("。；，\n") >= 0 || text.IsEmpty || text[^1] is not ('到' or '至' or '为'))
        {
            return;
        }
        var (up, down) = (Claims.HasAny(between, _up), Claims.HasAny(between, _down));
        if (up == down)
        {
            return;
        }
        var (one, two) = (claims.Value(from), claims.Value(to));
        if (up ? two < one : two > one)
        {
            findings.Add(new Finding(Reason.Direction, Verdict.Contradicts, [to, from], [claims.All[from].Raw, claims.All[to].Raw]));
            return;
        }
        Follows(claims, from, to, findings);
    }

    // …，增长30%: right behind, with no subject of its own
    private static void Follows(Claims claims, int from, int to, List<Finding> findings)
    {
        var rate = to + 1;
        if (rate >= claims.All.Count || !IsSaid(claims, rate) || claims.All[rate].Role != Role.Percent || claims.Clause(rate) - claims.Clause(to) != 1
            || !IsOnlyChange(claims.Before(rate)))
        {
            return;
        }
        var (one, two) = (claims.Value(from), claims.Value(to));
        var slack = claims.Slack(from) + claims.Slack(to);
        var (printed, digit) = (claims.Value(rate), claims.All[rate].Digit);
        if (claims.All[rate].Unit == "百分点")
        {
            if (claims.IsPercent(from) && Math.Abs(Math.Abs(two - one) - printed) > slack + digit / 2)
            {
                findings.Add(new Finding(Reason.Change, Verdict.Contradicts, [rate, from, to], [$"{Claims.Say(Math.Abs(two - one))}个百分点", claims.All[rate].Raw]));
            }
            return;
        }
        if (claims.IsPercent(from) || one <= slack)
        {
            return;
        }
        findings.Add(Judged(claims, rate, from, to));
    }

    // Whether the change between two numbers is what the rate says.
    private static Finding Judged(Claims claims, int rate, int from, int to)
    {
        var (one, two) = (claims.Value(from), claims.Value(to));
        var (printed, digit) = (claims.Value(rate), claims.All[rate].Digit);
        var (change, slack) = (Math.Abs(two - one), claims.Slack(from) + claims.Slack(to));
        return RateFits.Between(Math.Max(0, change - slack), change + slack, one - claims.Slack(from), one + claims.Slack(from), printed, digit)
            ? new Finding(Reason.Holds, null, [rate, from, to], [$"{Claims.Say(one)} → {Claims.Say(two)}: {Claims.Say(printed)}%"])
            : new Finding(Reason.Change, Verdict.Contradicts, [rate, from, to],
                [$"{Claims.Say(decimal.Round(change * 100 / one, digit >= 1 ? 0 : digit >= 0.1m ? 1 : 2, MidpointRounding.AwayFromZero))}%", $"{Claims.Say(printed)}%"]);
    }

    private static bool IsOnlyChange(ReadOnlySpan<char> clause)
    {
        if (Claims.HasAny(clause, _yearly))
        {
            return false;
        }
        var rest = clause.ToString();
        foreach (var word in _lead)
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }
        return Array.IndexOf(_rate, rest) >= 0;
    }

    // 增加412件，下降26.5%: one change, two directions
    private static void Turned(Claims claims, int rate, List<Finding> findings)
    {
        var change = rate - 1;
        if (change < 0 || !claims.IsPlain(change) || claims.Clause(rate) - claims.Clause(change) != 1 || claims.Sentence(rate) != claims.Sentence(change) || !IsOnlyChange(claims.Before(rate)))
        {
            return;
        }
        var said = claims.Subject(change);
        var (up, down) = (Claims.EndsWithAny(said, ["增加", "增长", "上升", "提高"]), Claims.EndsWithAny(said, ["减少", "下降", "降低"]));
        var clause = claims.Before(rate);
        if (up && Claims.HasAny(clause, ["下降", "减少", "降低", "降幅"]) || down && Claims.HasAny(clause, ["增长", "上升", "增加", "增幅"]))
        {
            findings.Add(new Finding(Reason.Direction, Verdict.Contradicts, [rate, change], [claims.All[change].Raw, claims.All[rate].Raw]));
        }
    }

    // 812个，比前年的650个增长24.9%
    private static void Compared(Claims claims, int rate, List<Finding> findings)
    {
        var (then, now) = (rate - 1, rate - 2);
        while (now >= 0 && claims.All[now].Role == Role.Date)
        {
            now--;
        }
        if (now < 0 || claims.All[rate].Qualifier != Qualifier.Exact || !claims.IsPlain(then) || !claims.IsPlain(now) || claims.All[then].Unit != claims.All[now].Unit || claims.Value(then) <= 0
            || claims.Clause(then) != claims.Clause(rate) || claims.Sentence(now) != claims.Sentence(rate) || claims.Clause(then) - claims.Clause(now) != 1
            || claims.Before(then) is var before && before.IndexOf('比') < 0 && before.IndexOf('较') < 0 || claims.All[then].After > claims.All[rate].At)
        {
            return;
        }
        var said = claims.Form[claims.All[then].After..claims.All[rate].At].ToString();
        if (!IsOnlyChange(said))
        {
            return;
        }
        var (one, two) = (claims.Value(then), claims.Value(now));
        var up = Claims.HasAny(said, ["增", "上升", "提高", "提升"]);
        if (up ? two < one : two > one)
        {
            findings.Add(new Finding(Reason.Direction, Verdict.Contradicts, [rate, then, now], [claims.All[then].Raw, claims.All[now].Raw]));
            return;
        }
        findings.Add(Judged(claims, rate, then, now));
    }

    // 满意率102%: of all more than all
    private static void TooMuch(Claims claims, int rate, List<Finding> findings)
    {
        if (claims.Value(rate) > 100 && claims.All[rate].Qualifier == Qualifier.Exact
            && Claims.EndsWithAny(claims.Subject(rate), ["办结率", "满意率", "合格率", "覆盖率", "签约率", "普及率", "解决率", "化解率", "回复率", "答复率", "整改率", "接通率", "知晓率", "受理率", "优良率", "入学率", "成功率", "好评率", "采纳率", "完工率", "竣工率", "通过率"]))
        {
            findings.Add(new Finding(Reason.RateImpossible, Verdict.Contradicts, [rate], ["100", $"{Claims.Say(claims.Value(rate))}%"]));
        }
    }
}
