namespace Zhuoluo.Language.Checks;

/// <summary>What people thought of it: 有效评价15208件，满意14326件、基本满意531件、不满意351件，满意率97.7%.</summary>
internal static class RatingChecks
{
    private static readonly string[] _asked = ["评价", "测评", "参评", "评议", "打分"];

    public static void Run(Claims claims, List<Finding> findings)
    {
        for (var i = 0; i + 2 < claims.All.Count; i++)
        {
            if (Grade(claims, i) == 2 && Next(claims, i) is { } fair && Grade(claims, fair) == 1 && Next(claims, fair) is { } bad && Grade(claims, bad) == 0)
            {
                Whole(claims, [i, fair, bad], findings);
            }
        }
    }

    // 2 satisfied, 1 more or less so, 0 not, -1 no grade
    private static int Grade(Claims claims, int index)
    {
        var said = claims.IsPlain(index) ? claims.Subject(index).TrimEnd('的') : default;
        return !said.EndsWith("满意", StringComparison.Ordinal) ? -1
            : said.EndsWith("不满意", StringComparison.Ordinal) ? 0
            : said.EndsWith("基本满意", StringComparison.Ordinal) || said.EndsWith("较满意", StringComparison.Ordinal) || said.EndsWith("较为满意", StringComparison.Ordinal) ? 1
            : said.EndsWith("非常满意", StringComparison.Ordinal) ? -1 : 2;
    }

    // Shares may stand between: 满意1703条，占91.3%.
    private static int? Next(Claims claims, int index)
    {
        var next = index + 1;
        next += next < claims.All.Count && claims.IsPercent(next) ? 1 : 0;
        return next < claims.All.Count && claims.Period(next) == claims.Period(index) && claims.IsPlain(next) && claims.All[next].Unit == claims.All[index].Unit ? next : null;
    }

    private static void Whole(Claims claims, List<int> grades, List<Finding> findings)
    {
        List<int> wholes = [];
        for (var i = grades[0] - 1; i >= 0 && grades[0] - i <= 6 && claims.Period(i) == claims.Period(grades[0]); i--)
        {
            if (claims.IsPlain(i) && claims.AreAlike(i, grades[0]) && !claims.IsChange(i))
            {
                wholes.Add(i);
            }
        }
        if (wholes.Count == 0)
        {
            return;
        }
        if (Claims.HasAny(claims.Context(wholes[0]), _asked))
        {
            PartChecks.Sum(claims, wholes[0], grades, mustHold: grades.Sum(claims.Value) > claims.Value(wholes[0]), findings);
        }
        Rate(claims, grades, wholes, findings);
    }

    private static void Rate(Claims claims, List<int> grades, List<int> wholes, List<Finding> findings)
    {
        var rate = grades[2] + 1;
        if (rate >= claims.All.Count || !claims.IsPercent(rate) || claims.All[rate].Qualifier != Quantities.Qualifier.Exact || claims.Sentence(rate) != claims.Sentence(grades[2]) || claims.Clause(rate) - claims.Clause(grades[2]) != 1
            || claims.Before(rate).IndexOf("满意率", StringComparison.Ordinal) < 0 || claims.Before(rate).IndexOf('不') >= 0 || claims.IsChange(rate))
        {
            return;
        }
        var (good, fair) = (claims.Value(grades[0]), claims.Value(grades[0]) + claims.Value(grades[1]));
        var (printed, digit) = (claims.Value(rate), claims.All[rate].Digit);
        decimal[] bases = [grades.Sum(claims.Value), .. wholes.Select(claims.Value)];
        if (!Array.Exists(bases, whole => RateFits.Of(good, whole, printed, digit) != RateFit.None || RateFits.Of(fair, whole, printed, digit) != RateFit.None))
        {
            findings.Add(new Finding(Reason.Rate, Verdict.Contradicts, [rate, .. grades],
                [$"{Claims.Say(decimal.Round(fair * 100 / bases[0], digit >= 1 ? 0 : digit >= 0.1m ? 1 : 2, MidpointRounding.AwayFromZero))}%", $"{Claims.Say(printed)}%"]));
        }
    }
}
