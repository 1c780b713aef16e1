namespace Zhuoluo.Language.Checks;

// Parts that need no 其中: 46项中41项; 征地8件、欠薪11件、其他9件; 已完工28个，在建3个.
internal static partial class PartChecks
{
    private const decimal Little = 0.02m;

    private static readonly string[] _others = ["其他", "其它"];
    private static readonly string[] _ready = ["完工", "完成", "办结", "按时", "按期", "有效", "竣工", "建成", "合格", "解决", "化解", "整改到位", "达标", "直办", "直接"];
    private static readonly string[] _unready = ["在建", "正在", "在办", "逾期", "超期", "超时", "无效", "不合格", "续建", "跨年度", "推进中", "未办结", "未完成", "未完工", "办理中", "不达标", "未解决", "未化解", "转办"];

    // 46项实事中51项: 中 behind the first number makes the second a part of it.
    private static bool Among(Claims claims, int part, List<Finding> findings)
    {
        var whole = part - 1;
        if (whole < 0 || !claims.IsPlain(whole) || !claims.AreAlike(whole, part) || claims.Paragraph(whole) != claims.Paragraph(part))
        {
            return false;
        }
        var between = claims.Form[claims.All[whole].After..claims.All[part].At];
        var at = between.IndexOf('中');
        if (at < 0 || at > 8 || between.Length - at > 7 || at + 1 < between.Length && between[at + 1] is not ('，' or '有' or '已' or '仅' or '共') || between.IndexOf('、') >= 0
            || at > 0 && between[at - 1] is '其' or '集' or '高' or '初' or '当' || between[..at].IndexOfAny('，', '。', '；') >= 0 || between.IndexOfAny('。', ')', '(') >= 0 || between.IndexOf('；') >= 0)
        {
            return false;
        }
        if (claims.Value(part) > claims.Value(whole))
        {
            findings.Add(new Finding(Reason.PartExceeds, Verdict.Contradicts, [part, whole], [Claims.Say(claims.Value(part)), Claims.Say(claims.Value(whole))]));
            return true;
        }
        return false;
    }

    // A list that ends in 其他 leaves nothing out: it makes up the number before it.
    private static void Others(Claims claims, int last, List<Finding> findings)
    {
        List<int> list = [last];
        for (var i = last - 1; i >= 0 && last - i <= Claims.Reach && claims.Period(i) == claims.Period(last) && list.Count < 16; i--)
        {
            if (!claims.IsPlain(i) || claims.All[i].Unit != claims.All[last].Unit)
            {
                continue;
            }
            if (Claims.HasAny(claims.Before(i), ["其中"]))
            {
                return;
            }
            list.Insert(0, i);
        }
        if (Behind(claims, last) is { } said && list.FindAll(i => claims.Sentence(i) == claims.Sentence(last)) is { Count: >= 3 } named && (Sums(claims, said, named) || Slips.IsSlip(claims, said, named)))
        {
            // A 3件，B 5件，其他2件，共办理10件
            Sum(claims, said, named, mustHold: false, findings);
            return;
        }
        if (list.Count >= 4 && Sums(claims, list[0], list[1..]))
        {
            findings.Add(new Finding(Reason.Holds, null, list, [Claims.Say(claims.Value(list[0]))]));
            return;
        }
        var wholes = Before(claims, list[0]).ToList();
        foreach (var whole in wholes.Concat(Earlier(claims, list[0], 10)))
        {
            if (list.Count >= 3 && Sums(claims, whole, list))
            {
                Sum(claims, whole, list, mustHold: false, findings);
                return;
            }
        }
        // 投诉类4733件，占51%: the first is a part like the others.
        var isPart = list[0] + 1 < claims.All.Count && claims.IsPercent(list[0] + 1) && claims.Before(list[0] + 1).IndexOf('占') >= 0;
        if (!isPart && list.Count >= 4 && claims.Value(list[0]) > list.Skip(2).Sum(claims.Value) && claims.Value(list[0]) >= list.Skip(1).Max(claims.Value))
        {
            if (Slips.IsSlip(claims, list[0], list[1..]))
            {
                Sum(claims, list[0], list[1..], mustHold: false, findings);
                return;
            }
        }
        // Of several numbers before the list the one that a swap makes right, else the one that misses it least.
        var meant = wholes.Where(w => claims.Value(w) > list.Max(claims.Value) && Slips.IsSlip(claims, w, list)
                && (claims.Paragraph(w) == claims.Paragraph(last) || claims.Value(w) >= Least * Least / 10 && Slips.Swapped(claims, list, claims.Value(w)).Count > 0))
            .OrderBy(w => Slips.Swapped(claims, w, list).Count > 0 ? 0 : 1).ThenBy(w => Math.Abs(claims.Value(w) - list.Sum(claims.Value))).ToList();
        if (list.Count >= 3 && meant.Count > 0)
        {
            Sum(claims, meant[0], list, mustHold: false, findings);
        }
    }

    // The total right behind a list.
    private static int? Behind(Claims claims, int last) =>
        last + 1 < claims.All.Count && claims.IsPlain(last + 1) && claims.Sentence(last + 1) == claims.Sentence(last) && claims.All[last + 1].Unit == claims.All[last].Unit
            && claims.Clause(last + 1) - claims.Clause(last) == 1 && claims.Before(last + 1) is var before && before.Length <= 6 && before.StartsWith("共", StringComparison.Ordinal) && claims.Value(last + 1) > claims.Value(last) ? last + 1 : null;

    // Numbers of the same kind before a place, of this paragraph and the one before it.
    private static IEnumerable<int> Before(Claims claims, int index)
    {
        for (var i = index - 1; i >= 0 && index - i <= 24 && claims.Paragraph(index) - claims.Paragraph(i) <= 2; i--)
        {
            if (claims.IsPlain(i) && claims.All[i].Unit == claims.All[index].Unit)
            {
                yield return i;
            }
        }
    }

    // 31个，已完工28个，在建3个: what is done and what is not make up the whole.
    private static bool Complement(Claims claims, int rest, List<Finding> findings)
    {
        if (!Claims.HasAny(claims.Context(rest), _unready) || claims.AlikeBefore(rest) is not [var done, _, ..] before || claims.Period(done) != claims.Period(rest)
            || claims.Clause(rest) - claims.Clause(done) > 2 || !Claims.HasAny(claims.Context(done), _ready) || Claims.HasAny(claims.Context(done), _unready) || claims.All[done].Unit != claims.All[rest].Unit)
        {
            return false;
        }
        if (rest + 1 < claims.All.Count && claims.IsPlain(rest + 1) && claims.Sentence(rest + 1) == claims.Sentence(rest) && claims.All[rest + 1].Unit == claims.All[rest].Unit)
        {
            return false;
        }
        int[] parts = [done, rest];
        var wholes = before.Skip(1).Where(w => claims.Value(w) > claims.Value(done)).ToList();
        if (wholes.FindIndex(w => Sums(claims, w, parts)) is >= 0 and var fits)
        {
            var right = wholes[fits];
            findings.Add(new Finding(Reason.Holds, null, [rest, right, done], [$"{Claims.Say(claims.Value(done))} + {Claims.Say(claims.Value(rest))} = {Claims.Say(claims.Value(right))}"]));
            return true;
        }
        foreach (var whole in wholes)
        {
            var off = Math.Abs(claims.Value(done) + claims.Value(rest) - claims.Value(whole));
            if (off <= Math.Max(claims.All[rest].Digit, claims.Value(whole) * Little) || Slips.Swapped(claims, whole, parts).Count > 0)
            {
                if (Slips.Swapped(claims, whole, parts) is [var (index, value)])
                {
                    findings.Add(new Finding(Reason.DigitsSwapped, Verdict.Contradicts, [index, .. parts.Append(whole).Where(i => i != index)],
                        [Claims.Say(value), Claims.Say(claims.Value(whole) - claims.Value(done)), Claims.Say(claims.Value(rest))]));
                    return true;
                }
                findings.Add(new Finding(Reason.Remainder, Verdict.Contradicts, [rest, whole, done],
                    [$"{Claims.Say(claims.Value(whole))} − {Claims.Say(claims.Value(done))} = {Claims.Say(claims.Value(whole) - claims.Value(done))}", Claims.Say(claims.Value(rest))]));
                return true;
            }
        }
        return false;
    }
}
