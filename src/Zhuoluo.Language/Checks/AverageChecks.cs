using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>Averages against what they are made of: 救助金356.8万元，救助89人，人均4万元; 5月受理38446件，日均1240件; three kinds that make more than all.</summary>
internal static class AverageChecks
{
    private const decimal Loose = 0.06m;
    private const int DaysOfYear = 365;

    public static void Run(Claims claims, List<Finding> findings)
    {
        for (var i = 2; i < claims.All.Count; i++)
        {
            if (claims.All[i] is not { IsClaim: true, Value: > 0, IsBroken: false } average)
            {
                continue;
            }
            if (average.Dimension == Dimension.Money && average.Qualifier is Qualifier.Exact or Qualifier.About)
            {
                Each(claims, i, findings);
            }
            else if (average.Qualifier is Qualifier.Exact or Qualifier.About && claims.Subject(i).EndsWith("日均", StringComparison.Ordinal))
            {
                Daily(claims, i, findings);
            }
            if (claims.IsPercent(i))
            {
                Shares(claims, i, findings);
            }
        }
    }

    // The two numbers right before it: the money and those among whom it is shared.
    private static void Each(Claims claims, int average, List<Finding> findings)
    {
        var said = claims.Subject(average).ToString();
        var dimension = said switch
        {
            "人均" or "人均补助" or "人均救助" or "人均发放" or "平均每人" => Dimension.Person,
            "户均" or "户均补助" or "平均每户" => Dimension.Household,
            _ => (Dimension?)null,
        };
        var isOfThings = dimension is null && said.StartsWith("平均每", StringComparison.Ordinal) && average > 0 && Claims.IsCounter(claims.All[average - 1].Dimension)
            && claims.Context(average - 1).Contains(said[3..].TrimStart(['个', '家', '场', '所', '处']), StringComparison.Ordinal);
        dimension = isOfThings ? claims.All[average - 1].Dimension : dimension;
        var (one, two) = (average - 1, average - 2);
        if (dimension is null || !claims.IsPlain(one) || !claims.IsPlain(two) || claims.Sentence(two) != claims.Sentence(average))
        {
            return;
        }
        var (money, count) = claims.All[one].Role == Role.Money ? (one, two) : (two, one);
        if (claims.All[money].Role != Role.Money || claims.All[count].Dimension != dimension || claims.Value(count) == 0)
        {
            return;
        }
        var follows = claims.Value(money) / claims.Value(count);
        if (Math.Abs(follows - claims.Value(average)) > Math.Max(claims.Value(average) * Loose, claims.Slack(average)))
        {
            findings.Add(new Finding(Reason.Average, Verdict.Contradicts, [average, money, count], [Claims.Say(decimal.Round(follows, 2)), Claims.Say(claims.Value(average))]));
        }
    }

    // Days of the month that is named in the sentence, or its working days.
    private static void Daily(Claims claims, int average, List<Finding> findings)
    {
        var total = -1;
        var days = 0;
        var dates = 0;
        for (var i = average - 1; i >= 0 && average - i <= Claims.Reach && claims.Sentence(i) == claims.Sentence(average); i--)
        {
            if (claims.IsPlain(i) && claims.All[i].Unit == claims.All[average].Unit)
            {
                total = total < 0 || claims.Value(i) > claims.Value(total) ? i : total;
            }
            else if (claims.All[i] is { Role: Role.Date, AsOf: { Month: { } month } date })
            {
                dates++;
                days = date.Day is null && month is >= 1 and <= 12 && claims.All[i].Raw.IndexOfAny(['至', '-', '—', '－', '～', '–']) < 0 ? DateTime.DaysInMonth(date.Year ?? 2023, month) : 0;
            }
        }
        if (dates == 0 && claims.Form[claims.Clauses.SentenceStart(claims.All[average].At)..claims.All[average].At].IndexOf("全年", StringComparison.Ordinal) >= 0)
        {
            (dates, days) = (1, DaysOfYear);
        }
        if (total < 0 || dates != 1 || days == 0 || claims.Value(total) < claims.Value(average) * 10)
        {
            return;
        }
        var spent = claims.Value(total) / claims.Value(average);
        if (Math.Abs(spent - days) > Math.Max(1, days / 60) && spent is not ((>= 17 and <= 23.5m) or (>= 240 and <= 262)))
        {
            findings.Add(new Finding(Reason.Average, Verdict.Contradicts, [average, total], [Claims.Say(decimal.Round(claims.Value(total) / days)), Claims.Say(claims.Value(average))]));
        }
    }

    // A占60%、B占30%、其他占20%
    private static void Shares(Claims claims, int last, List<Finding> findings)
    {
        if (!Claims.HasAny(claims.Before(last), ["其他", "其它"]) || claims.Before(last).IndexOf('占') < 0)
        {
            return;
        }
        List<int> list = [last];
        for (var i = last - 1; i >= 0 && last - i <= Claims.Reach && claims.Period(i) == claims.Period(last); i--)
        {
            if (claims.All[i].Role == Role.Percent)
            {
                if (!claims.IsPercent(i) || claims.Before(i).IndexOf('占') < 0 || Claims.HasAny(claims.Before(i), ["其中", "合计"]))
                {
                    return;
                }
                list.Insert(0, i);
            }
        }
        var sum = list.Sum(claims.Value);
        var slack = list.Sum(i => claims.All[i].Digit) / 2 + 0.01m;
        if (list.Count >= 3 && Math.Abs(sum - 100) > slack && Math.Abs(sum - 100) <= 20)
        {
            var swapped = Slips.Swapped(claims, list, 100);
            findings.Add(swapped is [var (index, value)]
                ? new Finding(Reason.DigitsSwapped, Verdict.Contradicts, [index, .. list.Where(i => i != index)], [Claims.Say(value), "100%", $"{Claims.Say(sum)}%"])
                : new Finding(Reason.SharesSum, Verdict.Contradicts, list, [$"{Claims.Say(sum)}%"]));
        }
    }
}
