using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures;

/// <summary>Figures in the reader's language: their names, and the sentence that says how one is counted (口径).</summary>
internal static class FigureWords
{
    public static string FigureName(this Texts texts, FigureDefinition figure) =>
        Languages.Current == Languages.English && figure.English is { } english ? english : texts.Show(figure.Name);

    public static string GroupName(this Texts texts, string group) => texts.Has("figures.group." + group) ? texts["figures.group." + group] : texts.Show(group);

    /// <summary>The whole sentence: of what, under which conditions, by which day, how rounded.</summary>
    /// <param name="texts">Of the reader's language.</param>
    /// <param name="figure">Which.</param>
    /// <param name="shelf">Those of which it is made.</param>
    /// <param name="sources">What is counted.</param>
    /// <param name="names">Of the codes in its conditions; a code without a name is said as it stands.</param>
    public static string HowCounted(this Texts texts, FigureDefinition figure, FigureShelf shelf, FigureSources sources, FigureNames names)
    {
        List<string> parts = [Measured(texts, figure, shelf)];
        parts.AddRange(figure.Where.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => Condition(texts, w.Key, w.Value, sources.Trait(figure, w.Key), names)));
        if (figure.Weights is { Count: > 0 } weights)
        {
            parts.Add(texts["figures.how.weights", string.Join(texts["refusal.list-comma"], weights.Select((w, i) => Weighed(texts, w, isFirst: i == 0)))]);
        }
        if (figure.Excluded is { } excluded && shelf.Find(excluded) is { } left)
        {
            parts.Add(texts["figures.how.excluded", texts.FigureName(left)]);
        }
        if (figure.Source is not null)
        {
            parts.Add(figure.Day is { } day ? texts["figures.how.day", texts["figures.day." + day]] : texts["figures.how.now"]);
        }
        if (figure.Source is "matters" or "ratings" or "petitions" or "rated" or "drawn-calls")
        {
            parts.Add(texts["figures.how.open-only"]);
        }
        parts.Add(figure.Decimals == 0 ? texts["figures.how.unit-whole", texts.Measure(figure.Unit)] : texts["figures.how.unit", texts.Measure(figure.Unit), figure.Decimals]);
        if (figure.Note is { } note)
        {
            parts.Add(texts.Show(note));
        }
        var sentence = string.Join(texts["figures.how.join"], parts) + texts["figures.how.end"];
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    /// <summary>The word of a condition as people know it, or as it stands.</summary>
    public static string Said(this Texts texts, FigureTrait? trait, string word, FigureNames names) =>
        trait?.Text is { } prefix && texts.Has(prefix + word) ? texts[prefix + word]
        : trait is { IsMeasure: true } ? texts.Measure(word)
        : texts.Show(names.Of(trait, word) ?? word);

    public static string ScopeName(this Texts texts, FigureScope scope, OfficesSnapshot offices) => string.Join(' ',
        new[] { scope.Unit is { } unit ? texts.Show(unit.Name) : scope.Town is { } town ? texts.Show(offices.Place(town)?.Name ?? town) : texts["figures.everywhere"], Period(texts, scope.From, scope.To) }.Where(p => p.Length > 0));

    public static string Period(this Texts texts, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "",
        ({ } first, null) => texts["figures.period.since", FigureScope.Written(first)],
        (null, { } last) => texts["figures.period.until", FigureScope.Written(last)],
        ({ } first, { } last) => texts["figures.period.between", FigureScope.Written(first), FigureScope.Written(last)],
    };

    private static string Condition(Texts texts, string name, string word, FigureTrait? trait, FigureNames names) => trait is { IsYesNo: true }
        ? texts[word == FigureTraits.Yes ? "figures.how.where-yes" : "figures.how.where-no", texts["figures.trait." + name]]
        : texts["figures.how.where", texts["figures.trait." + name], Said(texts, trait, word, names)];

    // From the best grade down, as the rates are printed.
    private static string Weighed(Texts texts, FigureWeights weights, bool isFirst)
    {
        var said = texts["figures.how.weights-version", string.Join(" / ", weights.Hundredths.Reverse().Select(w => FigureNumber.Of(w / 100m))), weights.Version];
        return isFirst ? said : texts["figures.how.weights-from", said, FigureScope.Written(weights.From)];
    }

    private static string Measured(Texts texts, FigureDefinition figure, FigureShelf shelf)
    {
        string Name(string key) => shelf.Find(key) is { } other ? texts.FigureName(other) : key;
        var source = figure.Source is { } of ? texts["figures.source." + of] : "";
        var amount = figure.Amount is { } what ? texts["figures.amount." + what] : "";
        return figure.Measure switch
        {
            FigureMeasure.Count => texts["figures.how.count", source],
            FigureMeasure.Sum => texts["figures.how.sum", source, amount],
            FigureMeasure.Distinct => texts["figures.how.distinct", source, amount],
            FigureMeasure.Rate => texts["figures.how.rate", Name(figure.Of[0]), Name(figure.Of[1])],
            FigureMeasure.Total => texts["figures.how.total", string.Join(texts["refusal.list-comma"], figure.Of.Select(Name))],
            _ => texts["figures.how.external"],
        };
    }
}
