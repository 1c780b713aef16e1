using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>Items that are named against the number that is announced behind them: A、B、C等4项; “A、B、C”三个; A、B和C“三个一”.</summary>
internal static class ListChecks
{
    private const int Longest = 160;

    public static void Run(Claims claims, List<Finding> findings)
    {
        for (var i = 0; i < claims.All.Count; i++)
        {
            var quantity = claims.All[i];
            if (quantity is { Role: Role.Figure or Role.Label or Role.Rank, Qualifier: Qualifier.Exact, Value: >= 2 and <= 20, IsBroken: false } && quantity.Dimension is not (Dimension.Money or Dimension.Time or Dimension.Length or Dimension.Area)
                && quantity.Value == decimal.Truncate(quantity.Value.Value))
            {
                Announced(claims, i, (int)quantity.Value.Value, findings);
            }
            if (quantity is not { Role: Role.Figure or Role.Label, Qualifier: Qualifier.Exact, Value: >= 2 and <= 30, IsBroken: false } || !Claims.IsCounter(quantity.Dimension)
                || quantity.Value != decimal.Truncate(quantity.Value.Value))
            {
                continue;
            }
            Check(claims, i, (int)quantity.Value.Value, findings);
        }
    }

    private static void Check(Claims claims, int index, int announced, List<Finding> findings)
    {
        var at = claims.All[index].At;
        var form = claims.Form;
        at -= at > 0 && form[at - 1] == '“' ? 1 : 0;
        var open = at > 0 && form[at - 1] == '等';
        at -= open ? 1 : 0;
        var isQuoted = at > 0 && form[at - 1] == '”';
        var isCertain = open || isQuoted;
        // 教育、医疗、…、养老11个领域: kinds of things, told one by one.
        var kinds = !isCertain && announced >= 3 && Claims.HasAny(claims.After(index)[..Math.Min(4, claims.After(index).Length)], ["领域", "方面", "行业", "环节", "类别", "部门", "村", "镇", "街道", "社区", "单位", "县", "科室"])
            || !isCertain && announced >= 3 && claims.All[index].Unit == "类";
        if (at == 0 || (!isCertain && !kinds && char.IsAsciiDigit(form[claims.All[index].At])))
        {
            return;
        }
        var end = isQuoted ? at - 1 : at;
        var start = end;
        while (start > 0 && end - start < Longest && form[start - 1] is not ('，' or '。' or '；' or ':' or '\n' or '！' or '？' or '(' or ')') && !(isQuoted && form[start - 1] == '“'))
        {
            start--;
        }
        if (end - start >= Longest)
        {
            return;
        }
        var list = form[start..end];
        var named = list.Count('、') + 1;
        if (named < 2)
        {
            return;
        }
        var last = list[(list.LastIndexOf('、') + 1)..];
        // 和, 与 or 及 in the last item may join two items or stand inside a name: either count will do.
        var more = last.IndexOfAny('和', '与', '及') > 0 ? 1 : 0;
        if (announced >= named && announced <= named + more)
        {
            findings.Add(new Finding(Reason.Holds, null, [index], [$"{announced} = {announced}"]));
        }
        else if (named > announced)
        {
            // Without 等 or a quote the list may be another sentence part; it proves something only where it fits.
            if (isCertain || kinds && named <= announced + 2 && ShortItems(list))
            {
                findings.Add(new Finding(Reason.ListedMore, Verdict.Contradicts, [index], [$"{named}", $"{announced}"]));
            }
        }
        else if ((isCertain || kinds && named >= 3 && ShortItems(list)) && announced == named + more + 1)
        {
            findings.Add(new Finding(Reason.ListedFewer, open ? null : Verdict.Contradicts, [index], [$"{named + more}", $"{announced}"]));
        }
    }

    private static bool ShortItems(ReadOnlySpan<char> list)
    {
        var length = 0;
        foreach (var c in list[(list.IndexOf('、') + 1)..])
        {
            length = c == '、' ? 0 : length + 1;
            if (length > 8)
            {
                return false;
            }
        }
        return true;
    }

    // 四项举措:A、B、C。 三个问题:一是…；二是…。
    private static void Announced(Claims claims, int index, int announced, List<Finding> findings)
    {
        var form = claims.Form;
        var from = claims.All[index].After;
        var at = from;
        while (at < form.Length && at - from <= 10 && (Han.IsCommon(form[at]) || form[at] is '”'))
        {
            at++;
        }
        if (at >= form.Length || form[at] is not (':' or '。' or '，'))
        {
            return;
        }
        var numbered = Numbered(form, at + 1, announced);
        if (numbered >= 2)
        {
            Say(index, numbered, announced, numbered, findings);
            return;
        }
        if (form[at] != ':')
        {
            return;
        }
        var end = at + 1;
        var (marks, items, isOpen) = (0, 1, false);
        while (end < form.Length && form[end] is not ('。' or '\n') && end - at < 3 * Longest)
        {
            marks += form[end] == '、' ? 1 : 0;
            items += form[end] == '；' ? 1 : 0;
            isOpen |= form[end] == '等';
            end++;
        }
        // With ； between the items; else a list of 、 alone, without a further clause.
        var list = form[(at + 1)..end];
        if (end >= form.Length || end - at >= 3 * Longest || isOpen || list.Length < 4)
        {
            return;
        }
        if (items > 1)
        {
            Say(index, items, announced, items, findings);
            return;
        }
        var joined = list.IndexOf('，') < 0 && list.IndexOf(':') < 0;
        var last = list[(list.LastIndexOf('、') + 1)..];
        if (marks >= 1 && joined)
        {
            Say(index, marks + 1, announced, marks + 1 + (last.IndexOfAny('和', '与', '及') > 0 ? 1 : 0), findings);
        }
    }

    private static void Say(int index, int fewest, int announced, int most, List<Finding> findings)
    {
        if (announced >= fewest && announced <= most)
        {
            findings.Add(new Finding(Reason.Holds, null, [index], [$"{announced} = {announced}"]));
        }
        else if (Math.Abs(fewest - announced) <= 2 && fewest >= 2)
        {
            findings.Add(new Finding(fewest > announced ? Reason.ListedMore : Reason.ListedFewer, Verdict.Contradicts, [index], [$"{fewest}", $"{announced}"]));
        }
    }

    // How far 一是, 二是, 三是 go behind a place; 0 where none begins there.
    private static int Numbered(ReadOnlySpan<char> form, int from, int announced)
    {
        var reach = form.Slice(from, Math.Min(1_200, form.Length - from));
        var count = 0;
        var at = 0;
        foreach (var word in (ReadOnlySpan<string>)["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"])
        {
            var found = reach[at..].IndexOf(word, StringComparison.Ordinal);
            if (found < 0 || count == 0 && found > 1 || found > 0 && Han.IsCommon(reach[at + found - 1]))
            {
                break;
            }
            count++;
            at += found + 2;
        }
        // Behind the reach there may be more.
        return reach.Length == 1_200 && count < announced ? 0 : count;
    }
}
