using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>What one number says by itself, and the same number said in other words: hedges, damage, dates, people against person-times, two measure words.</summary>
internal static class WordingChecks
{
    private const int SameWords = 5;
    private const int LongestHeading = 60;

    public static void Run(Claims claims, List<Finding> findings)
    {
        var written = DayOfText(claims);
        Dictionary<(decimal, Dimension), int> people = [];
        Dictionary<string, int> nouns = [];
        for (var i = 0; i < claims.All.Count; i++)
        {
            var quantity = claims.All[i];
            Alone(quantity, i, written, claims, findings);
            if (claims.IsPlain(i))
            {
                UnitVaries(claims, i, nouns, findings);
            }
            if (quantity is { IsClaim: true, Value: >= 100, Dimension: Dimension.Person or Dimension.PersonTime })
            {
                var other = quantity.Dimension == Dimension.Person ? Dimension.PersonTime : Dimension.Person;
                if (people.TryGetValue((quantity.Value.Value, other), out var before) && SharesNoun(claims, i, before))
                {
                    findings.Add(new Finding(Reason.PeopleAndTimes, Verdict.WrongUnit, [i, before], [claims.All[before].Raw]));
                }
                people.TryAdd((quantity.Value.Value, quantity.Dimension), i);
            }
            Homes(claims, i, findings);
        }
    }

    private static void Alone(Quantity quantity, int index, DateOnly? written, Claims claims, List<Finding> findings)
    {
        if (quantity.IsBroken)
        {
            findings.Add(quantity.Role == Role.Date
                ? new Finding(Reason.NoSuchDay, Verdict.WrongDate, [index], [quantity.Raw])
                : new Finding(Reason.Damaged, Verdict.Unreadable, [index], [quantity.Raw]));
        }
        if (quantity.Clash is not null && quantity.IsClaim)
        {
            findings.Add(new Finding(Reason.HedgeClash, Verdict.Contradicts, [index], [quantity.Raw]));
        }
        if (quantity.IsOddlyHedged && quantity.IsClaim)
        {
            findings.Add(new Finding(Reason.OddHedge, null, [index], [quantity.Raw]));
        }
        if (quantity.Role == Role.Date && index + 1 < claims.All.Count)
        {
            Backwards(claims, index, findings);
        }
        if (quantity.Role == Role.Date && quantity.AsOf?.First is { } day && written is { } last && day > last && Claims.HasAny(claims.Before(index), ["截至", "截止"]))
        {
            findings.Add(new Finding(Reason.AfterText, Verdict.WrongDate, [index], [last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)]));
        }
    }

    // 7月14日—7月8日
    private static void Backwards(Claims claims, int index, List<Finding> findings)
    {
        var (one, two) = (claims.All[index], claims.All[index + 1]);
        if (two.Role != Role.Date || one.AsOf is not { Day: { } first, Exists: true } || two.AsOf is not { Day: { } last, Exists: true } || first <= last
            || one.AsOf.Value.Month != two.AsOf.Value.Month || one.AsOf.Value.Year != two.AsOf.Value.Year || two.At <= one.After)
        {
            return;
        }
        if (claims.Form[one.After..two.At].Trim("—-～至到 ") is "")
        {
            findings.Add(new Finding(Reason.DaysBackwards, Verdict.WrongDate, [index, index + 1], [one.Raw, two.Raw]));
        }
    }

    // 23项重点民生项目 and 23件重点民生项目
    private static void UnitVaries(Claims claims, int index, Dictionary<string, int> nouns, List<Finding> findings)
    {
        var after = claims.After(index);
        if (after.Length < SameWords || !Claims.IsCounter(claims.All[index].Dimension))
        {
            return;
        }
        var key = $"{claims.All[index].Value}|{after[..SameWords]}";
        if (!nouns.TryAdd(key, index) && claims.All[nouns[key]].Unit != claims.All[index].Unit)
        {
            findings.Add(new Finding(Reason.UnitVaries, null, [index, nouns[key]], [claims.All[nouns[key]].Raw]));
        }
    }

    // 安置房1600套，解决了近2000人住房问题: homes and people may have been mixed.
    private static void Homes(Claims claims, int index, List<Finding> findings)
    {
        var homes = claims.All[index];
        if (homes is not { IsClaim: true, Unit: "套", Value: > 0 } || !Claims.HasAny(claims.Before(index), ["房", "住"]))
        {
            return;
        }
        for (var i = index + 1; i < claims.All.Count && i - index <= Claims.Reach && claims.Sentence(i) == claims.Sentence(index); i++)
        {
            if (claims.All[i] is { IsClaim: true, Dimension: Dimension.Person, Value: { } people } && Claims.HasAny(claims.After(i), ["住房", "居住", "安置", "入住"])
                && people / homes.Value is var ratio and (< 1.5m or > 8))
            {
                findings.Add(new Finding(Reason.PeoplePerHome, null, [i, index], [Claims.Say(decimal.Round(ratio.Value, 2))]));
                return;
            }
        }
    }

    private static bool SharesNoun(Claims claims, int one, int other)
    {
        var a = claims.Before(one);
        var b = claims.Before(other);
        return a.Length >= 2 && b.Length >= 2 && a[^2..].SequenceEqual(b[^2..]);
    }

    // The day of a heading: a full date on a short line among the first of the text.
    private static DateOnly? DayOfText(Claims claims)
    {
        for (var i = 0; i < claims.All.Count && claims.Paragraph(i) <= 6; i++)
        {
            if (claims.All[i] is { Role: Role.Date, AsOf: { Day: not null, First: { } day } } && !IsSpan(claims, i) && LineLength(claims, claims.All[i].At) <= LongestHeading)
            {
                return day;
            }
        }
        return null;
    }

    // 4月1日至4月30日: of what is told, not of the text
    private static bool IsSpan(Claims claims, int index) =>
        claims.All[index].After < claims.Form.Length && claims.Form[claims.All[index].After] is ('至' or '到' or '-' or '—' or '～') || claims.All[index].At > 0 && claims.Form[claims.All[index].At - 1] is ('至' or '到' or '-' or '—' or '～');

    private static int LineLength(Claims claims, int at)
    {
        var from = Math.Max(0, at - LongestHeading);
        var to = Math.Min(claims.Form.Length, at + LongestHeading + 1);
        var before = claims.Form[from..at].LastIndexOf('\n');
        var behind = claims.Form[at..to].IndexOf('\n');
        return (behind < 0 ? to : at + behind) - (before < 0 ? from : from + before + 1);
    }
}
