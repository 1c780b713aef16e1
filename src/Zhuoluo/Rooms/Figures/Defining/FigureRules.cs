using System.Text.RegularExpressions;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures.Defining;

/// <summary>
/// What a definition must be so that it counts something and cannot mislead: conditions that its source knows, an amount where one is added up, parts of
/// one unit. People and person-times, matters and money never add. Pure.
/// </summary>
internal static partial class FigureRules
{
    public static Outcome<FigureDefinition> Decide(FigureDefinition wanted, FigureShelf shelf, FigureSources sources, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageFigures))
        {
            return new NotPermitted();
        }
        if (!KeyShape().IsMatch(wanted.Key) || Code.OrNull(wanted.Key) is null)
        {
            return new UnknownValue(nameof(wanted.Key));
        }
        if (PlainText.Require(wanted.Name, nameof(wanted.Name), FigureDefinition.LongestName).IsRefused(out var refusal, out var name)
            || PlainText.Require(wanted.Unit, nameof(wanted.Unit), 10).IsRefused(out refusal, out var unit)
            || PlainText.Read(wanted.Note, nameof(wanted.Note), 300).IsRefused(out refusal, out var note))
        {
            return refusal;
        }
        var named = wanted with { Name = name, Unit = unit, Note = note, Weights = null };
        return Check(named, shelf, sources) is { } no ? no : named with { Version = (shelf.Find(wanted.Key)?.Version ?? 0) + 1 };
    }

    /// <summary>What is wrong with it; null when it can be counted.</summary>
    public static Refusal? Check(FigureDefinition one, FigureShelf shelf, FigureSources sources) => one.Measure switch
    {
        _ when one.Decimals is < 0 or > 3 => new UnknownValue(nameof(one.Decimals)),
        FigureMeasure.External => null,
        FigureMeasure.Rate or FigureMeasure.Total => Parts(one, shelf),
        FigureMeasure.Count or FigureMeasure.Sum or FigureMeasure.Distinct => Counted(one, sources),
        _ => new UnknownValue(nameof(one.Measure)),
    };

    private static Refusal? Counted(FigureDefinition one, FigureSources sources)
    {
        if (sources.Find(one.Source) is not { } source)
        {
            return new UnknownValue(nameof(one.Source));
        }
        foreach (var (name, word) in one.Where)
        {
            if (source.Traits.FirstOrDefault(t => t.Name == name) is not { } trait)
            {
                return new UnknownCondition(name, [.. source.Traits.Select(t => t.Name)]);
            }
            if (trait.Words is { } words && !words.Contains(word))
            {
                return new UnknownConditionWord(name, word, words);
            }
        }
        var amount = source.Amounts.FirstOrDefault(a => a.Name == one.Amount);
        return one.Day is not null && !source.Days.Contains(one.Day) ? new UnknownValue(nameof(one.Day))
            : one.Measure == FigureMeasure.Count && one.Amount is not null ? new UnknownValue(nameof(one.Amount))
            : one.Measure == FigureMeasure.Sum && amount is not { IsApart: false } ? new UnknownValue(nameof(one.Amount))
            : one.Measure == FigureMeasure.Distinct && amount is not { IsApart: true } ? new UnknownValue(nameof(one.Amount))
            : null;
    }

    private static Refusal? Parts(FigureDefinition one, FigureShelf shelf)
    {
        var keys = one.Excluded is { } excluded ? one.Of.Append(excluded) : one.Of;
        foreach (var key in keys)
        {
            if (shelf.Find(key) is not { } part)
            {
                return new UnknownFigure(key);
            }
            if (key == one.Key || shelf.With(part).Any(p => p.Key == one.Key))
            {
                return new FigureOfItself(key);
            }
            if (part.Measure == FigureMeasure.Rate)
            {
                return new RateInFigure(part.Name);
            }
        }
        var units = keys.Select(k => shelf.Find(k)!.Unit).Distinct().ToList();
        return one.Measure == FigureMeasure.Rate && one.Of.Count != 2 ? new RateNeedsTwo()
            : one.Of.Count is 0 or > FigureDefinition.MostParts ? new UnknownValue(nameof(one.Of))
            : units.Count > 1 ? new UnitsDiffer(units[0], units[1])
            : one.Measure == FigureMeasure.Total && units[0] != one.Unit ? new UnitsDiffer(units[0], one.Unit)
            : one.Measure == FigureMeasure.Rate && one.Unit != "%" ? new UnknownValue(nameof(one.Unit))
            : null;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*([.][a-z0-9]+(-[a-z0-9]+)*)+$")]
    private static partial Regex KeyShape();
}
