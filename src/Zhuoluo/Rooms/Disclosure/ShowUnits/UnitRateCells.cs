using Zhuoluo.Rooms.Evaluation;

namespace Zhuoluo.Rooms.Disclosure.ShowUnits;

/// <summary>One rate of what people said, with how many were left out of it.</summary>
internal sealed record UnitRateCell(Rate Rate, int LeftOut, bool IsGrey);

/// <summary>The three rates of the calls by draw, and that of the ratings by choice, which is never added to them.</summary>
internal static class UnitRateCells
{
    public static IEnumerable<(string Key, UnitRateCell Cell)> Of(UnitRates said, RateDefinition definition)
    {
        UnitRateCell Drawn(Rate rate) => new(rate, said.DrawExcluded, said.IsDrawGrey(definition));
        yield return ("ev.response", Drawn(said.ResponseRate));
        yield return ("pub.units.solved", Drawn(said.SolvedRate));
        yield return ("pub.units.satisfied", Drawn(said.DrawSatisfied(definition)));
        yield return ("pub.units.rated", new UnitRateCell(said.Satisfied(definition), said.Excluded, said.IsGrey(definition)));
    }
}
