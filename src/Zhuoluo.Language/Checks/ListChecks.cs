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
        if (at == 0 || (!isCertain && char.IsAsciiDigit(form[claims.All[index].At])))
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
            if (isCertain)
            {
                findings.Add(new Finding(Reason.ListedMore, Verdict.Contradicts, [index], [$"{named}", $"{announced}"]));
            }
        }
        else if (isCertain && announced == named + more + 1)
        {
            findings.Add(new Finding(Reason.ListedFewer, open ? null : Verdict.Contradicts, [index], [$"{named + more}", $"{announced}"]));
        }
    }
}
