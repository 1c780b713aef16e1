using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Checks;

/// <summary>What a number says against what the records say (rules G3.11).</summary>
public static class Judgement
{
    private const string Percent = "%";

    public static Verdict Of(Quantity quantity, FigureMatch match)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(match);
        if (quantity.Value is null)
        {
            return Verdict.Unreadable;
        }
        var known = match.Named;
        if (quantity.Unit is not null && !MayMean(quantity, known.Unit))
        {
            return Verdict.WrongUnit;
        }
        if (Holds(quantity, known.Value))
        {
            return quantity.Qualifier == Qualifier.Exact ? Verdict.Agrees : Verdict.AgreesWithinHedge;
        }
        if (match.OtherPeriods.Any(other => Holds(quantity, other.Value)))
        {
            return Verdict.WrongDate;
        }
        if (match.OtherBases.Any(other => Holds(quantity, other.Value)))
        {
            return Verdict.UnclearBase;
        }
        return quantity.Span.Low is { } low && known.Value <= low ? Verdict.Overstated : Verdict.Understated;
    }

    // A rate is compared as it is printed, cut off as well as rounded; 1.3万余 is true of 13000 itself, and what is expected (预计突破5000亿) of what it names.
    private static bool Holds(Quantity quantity, decimal value) =>
        quantity.Span.Holds(value)
        || (quantity.Role == Role.Percent && RateFits.Of(value, 100, quantity.Value!.Value, quantity.Digit) != RateFit.None)
        || (value == quantity.Value && (quantity.Qualifier == Qualifier.Estimated || (quantity.Qualifier == Qualifier.Over && quantity.Span.High is not null)));

    private static bool MayMean(Quantity quantity, string unit) =>
        quantity.Unit == unit || (unit != Percent && Claims.IsCounter(quantity.Dimension) && Claims.IsCounter(Measures.DimensionOf(unit)));
}
