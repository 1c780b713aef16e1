using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

// Lists that leave nothing out, what is surely left, and limits: 来信来访120件，其中来信50件、来访60件; 347件，化解339件，化解率97.7%，另外18件; 控制在限额120万元以内.
internal static partial class PartChecks
{
    private const int Said = 24;
    private const int Least = 100;

    private static readonly string[] _rest = ["其余", "剩余", "尚有", "余下", "还剩", "仍有", "另外", "未办结", "未完成", "未化解", "未解决", "未完工", "未整改", "未落实", "未兑现"];
    private static readonly string[] _late = ["逾期", "超期", "超时"];
    private static readonly string[] _timely = ["按期", "按时", "及时"];
    private static readonly string[] _fully = ["全部", "均", "都", "始终", "严格", "有效", "成功"];

    // Every part bears the name of a kind, and together they are too many; or the kinds that the whole names are those of its parts.
    private static bool IsComplete(Claims claims, int whole, List<int> parts)
    {
        if (parts.TrueForAll(p => claims.Before(p).EndsWith("类", StringComparison.Ordinal)))
        {
            return parts.Sum(claims.Value) > claims.Value(whole);
        }
        var at = claims.All[whole].At;
        var said = claims.Form[Math.Max(claims.Clauses.SentenceStart(at), at - Said)..at];
        foreach (var part in parts)
        {
            var name = claims.Subject(part).TrimStart("其中".AsSpan());
            if (name.Length < 2 || said.IndexOf(name, StringComparison.Ordinal) < 0)
            {
                return false;
            }
        }
        return true;
    }

    // Whole, done and their rate agree: what is left is known.
    private static bool Left(Claims claims, int left, List<Finding> findings)
    {
        var (rate, done, whole) = (left - 1, left - 2, left - 3);
        if (done >= 0 && LeftOfRate(claims, left, rate, done, findings))
        {
            return true;
        }
        if (whole < 0 || !claims.IsPercent(rate) || !claims.IsPlain(done) || !claims.IsPlain(whole) || claims.Clause(left) - claims.Clause(rate) is not (1 or 2) || claims.Period(whole) != claims.Period(left)
            || claims.Clause(left) - claims.Clause(whole) > 4 || claims.All[left].Unit != claims.All[done].Unit || claims.All[whole].Unit != claims.All[done].Unit || claims.Before(rate).IndexOf('率') < 0
            || !claims.MayGive(done, whole, claims.Value(rate), claims.All[rate].Digit))
        {
            return false;
        }
        var before = claims.Before(left);
        if (Claims.HasAny(before, _late) ? !Claims.HasAny(claims.Before(done), _timely) : !Claims.HasAny(before, _rest))
        {
            return false;
        }
        var missing = claims.Value(whole) - claims.Value(done);
        var right = Math.Abs(missing - claims.Value(left)) <= claims.Slack(whole) + claims.Slack(done) + claims.Slack(left);
        var working = $"{Claims.Say(claims.Value(whole))} − {Claims.Say(claims.Value(done))} = {Claims.Say(missing)}";
        findings.Add(right
            ? new Finding(Reason.Holds, null, [left, whole, done], [working])
            : new Finding(Reason.Remainder, Verdict.Contradicts, [left, whole, done], [working, Claims.Say(claims.Value(left))]));
        return true;
    }

    // 办结1653个，办结率97%，余下87个: what is done and what is left give the rate. Where the whole stands in the sentence the rate is held against it.
    private static bool LeftOfRate(Claims claims, int left, int rate, int done, List<Finding> findings)
    {
        if (!claims.IsPercent(rate) || claims.All[rate].Qualifier != Qualifier.Exact || !claims.IsPlain(done) || claims.All[left].Unit != claims.All[done].Unit || claims.Sentence(done) != claims.Sentence(left) || claims.Value(done) == 0
            || claims.Clause(left) - claims.Clause(rate) != 1 || claims.Clause(rate) - claims.Clause(done) != 1 || !StartsRest(claims.Before(left)) || claims.Before(rate).IndexOf('率') < 0 || !EndsDone(claims.Before(rate).TrimEnd("率达到为".AsSpan())))
        {
            return false;
        }
        var whole = claims.Value(done) + claims.Value(left);
        if (RateFits.Of(claims.Value(done), whole, claims.Value(rate), claims.All[rate].Digit) != RateFit.None || claims.Slack(done) > 0 || claims.AlikeBefore(done) is [var near, ..] && claims.Sentence(near) == claims.Sentence(done))
        {
            return false;
        }
        findings.Add(new Finding(Reason.Rate, Verdict.Contradicts, [rate, done, left], [$"{Claims.Say(decimal.Round(claims.Value(done) * 100 / whole, 1, MidpointRounding.AwayFromZero))}%", claims.All[rate].Raw]));
        return true;
    }

    private static bool StartsRest(ReadOnlySpan<char> before)
    {
        foreach (var word in (ReadOnlySpan<string>)["其余", "剩余", "余下", "还剩", "尚余"])
        {
            if (before.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    // A 1680、B 1420、C 1202: two digits of one, changed back, make a number that was said just before.
    private static void Listed(Claims claims, int last, List<Finding> findings)
    {
        if (last + 1 < claims.All.Count && Goes(claims, last, last + 1) || last < 3 || !Goes(claims, last - 1, last))
        {
            return;
        }
        List<int> list = [last];
        while (list[0] > 0 && list.Count < Claims.Reach && Goes(claims, list[0] - 1, list[0]))
        {
            list.Insert(0, list[0] - 1);
        }
        if (list.Count < 3 || list.Exists(i => claims.Value(i) < Least || Claims.HasAny(claims.Before(i), ["其中", "其他", "其它", "其余"])))
        {
            return;
        }
        var wholes = Earlier(claims, list[0], 4).Where(w => claims.Value(w) > list.Max(claims.Value) && !claims.IsChange(w) && (claims.Paragraph(w) == claims.Paragraph(last) || list.Count > 3 && claims.Value(w) >= Least * Least)).ToList();
        if (wholes.Count == 0 || wholes.Exists(w => Sums(claims, w, list)))
        {
            return;
        }
        List<(int Whole, int Index, decimal Value)> mended = [.. wholes.DistinctBy(claims.Value).SelectMany(w => Slips.Swapped(claims, list, claims.Value(w)).Select(s => (w, s.Index, s.Value)))];
        if (mended is [var (whole, index, value)])
        {
            findings.Add(new Finding(Reason.DigitsSwapped, Verdict.Contradicts, [index, .. list.Append(whole).Where(i => i != index)],
                [Claims.Say(value), Claims.Say(claims.Value(whole)), Claims.Say(list.Sum(claims.Value))]));
        }
    }

    private static IEnumerable<int> Earlier(Claims claims, int index, int paragraphs)
    {
        for (var i = index - 1; i >= 0 && index - i <= Claims.Reach && claims.Paragraph(index) - claims.Paragraph(i) <= paragraphs; i--)
        {
            if (claims.IsPlain(i) && claims.All[i].Unit == claims.All[index].Unit)
            {
                yield return i;
            }
        }
    }

    /// <summary>Two numbers of one list: 783件、城建类579件.</summary>
    internal static bool Goes(Claims claims, int one, int next) =>
        claims.IsPlain(one) && claims.IsPlain(next) && claims.All[one].Unit == claims.All[next].Unit && claims.All[one].After < claims.All[next].At && claims.Form[claims.All[one].After] == '、'
        && claims.Clause(next) - claims.Clause(one) == 1 && claims.Sentence(one) == claims.Sentence(next);

    // 支出125万元，控制在预算120万元以内
    private static void Limit(Claims claims, int spent, List<Finding> findings)
    {
        var limit = spent + 1;
        if (limit >= claims.All.Count || claims.All[limit] is not { IsClaim: true, Qualifier: Qualifier.AtMost, Value: { } most, IsBroken: false } || claims.All[limit].Unit != claims.All[spent].Unit
            || claims.Clause(limit) - claims.Clause(spent) != 1 || claims.Sentence(limit) != claims.Sentence(spent))
        {
            return;
        }
        var said = claims.Subject(limit);
        foreach (var word in _fully)
        {
            said = said.StartsWith(word, StringComparison.Ordinal) ? said[word.Length..] : said;
        }
        if (said.StartsWith("控制在", StringComparison.Ordinal) && said.Length <= 10 && claims.Value(spent) - claims.Slack(spent) > most)
        {
            findings.Add(new Finding(Reason.PartExceeds, Verdict.Contradicts, [spent, limit], [Claims.Say(claims.Value(spent)), Claims.Say(most)]));
        }
    }
}
