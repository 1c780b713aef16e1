using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>The same thing said twice with different numbers: a slip of the hand, or a hedge that the number elsewhere does not bear out.</summary>
internal static class RestatedChecks
{
    private const decimal Near = 0.01m;
    private const decimal Alike = 0.1m;
    private const int SameWords = 5;
    private const int Whole = 4;
    private const int Rate = 6;

    private static readonly string[] _times = ["去年", "上年", "同期", "上月", "上周", "上季", "季度", "今年", "本月", "月", "年", "以来", "明年", "计划"];

    public static void Run(Claims claims, List<Finding> findings)
    {
        Dictionary<string, int> wordings = new(StringComparer.Ordinal);
        Dictionary<string, int> nouns = new(StringComparer.Ordinal);
        Dictionary<string, int> subjects = new(StringComparer.Ordinal);
        for (var i = 0; i < claims.All.Count; i++)
        {
            if (claims.IsPlain(i))
            {
                Words(claims, i, wordings, findings);
                Nouns(claims, i, nouns, findings);
            }
            if (claims.All[i] is { IsClaim: true, Value: >= 10, IsBroken: false })
            {
                Hedged(claims, i, subjects, findings);
            }
        }
    }

    // The same words before two numbers that differ by a slip: two digits changed places, or by less than one in a hundred of the same time.
    private static void Words(Claims claims, int index, Dictionary<string, int> wordings, List<Finding> findings)
    {
        var before = claims.Before(index);
        if (before.Length < SameWords || claims.Value(index) < 1_000)
        {
            return;
        }
        var words = $"{before[^SameWords..]}|{claims.All[index].Unit}";
        if (!wordings.TryAdd(words, index) && wordings[words] is var first && claims.Value(first) is var one && claims.Value(index) is var two && one != two
            && (Slips.Swaps(one).Contains(two) || Math.Abs(one - two) <= one * Near && !HasTime(claims, first) && !HasTime(claims, index)))
        {
            findings.Add(new Finding(Reason.Restated, Verdict.Contradicts, [index, first], [claims.All[first].Raw]));
        }
    }

    // 146个村 and 164个村: three digits and more, two of them changed
    private static void Nouns(Claims claims, int index, Dictionary<string, int> nouns, List<Finding> findings)
    {
        var after = claims.After(index);
        if (after.IsEmpty || !Han.IsCommon(after[0]) || claims.Value(index) < 100 || claims.All[index].Dimension == Dimension.Money)
        {
            return;
        }
        var key = $"{claims.All[index].Unit}{(after.Length > 1 && Han.IsCommon(after[1]) && after[0] != '村' ? after[..2] : after[..1])}";
        if (!nouns.TryAdd(key, index) && Slips.Swaps(claims.Value(nouns[key])).Contains(claims.Value(index)))
        {
            findings.Add(new Finding(Reason.Restated, Verdict.Contradicts, [index, nouns[key]], [claims.All[nouns[key]].Raw]));
        }
    }

    // 办结13489件 and 办结超1.35万件: the exact number does not lie where the hedge says
    private static void Hedged(Claims claims, int index, Dictionary<string, int> subjects, List<Finding> findings)
    {
        var subject = claims.Subject(index);
        if (subject.Length < Whole || claims.IsChange(index) || HasTime(claims, index) || claims.All[index].Role == Role.Percent && subject.Length < Rate)
        {
            return;
        }
        var key = $"{subject}|{claims.All[index].Unit}";
        if (subjects.TryAdd(key, index))
        {
            return;
        }
        var first = subjects[key];
        var (exact, hedged) = claims.All[first].Qualifier == Qualifier.Exact ? (first, index) : (index, first);
        if (claims.All[exact].Qualifier != Qualifier.Exact || claims.All[hedged].Qualifier is Qualifier.Exact or Qualifier.Estimated or Qualifier.Range || claims.All[hedged].Clash is not null)
        {
            return;
        }
        var (value, said) = (claims.Value(exact), claims.Value(hedged));
        if (!claims.All[hedged].Span.Holds(value) && value != said && Math.Abs(value - said) <= said * Alike)
        {
            findings.Add(new Finding(Reason.Restated, Verdict.Contradicts, [hedged, exact], [claims.All[exact].Raw]));
        }
    }

    private static bool HasTime(Claims claims, int index)
    {
        var at = claims.All[index].At;
        var from = claims.Clauses.SentenceStart(at);
        return Claims.HasAny(claims.Form[Math.Max(from, at - 60)..at], _times);
    }
}
