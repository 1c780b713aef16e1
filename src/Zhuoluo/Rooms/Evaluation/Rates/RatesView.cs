using Microsoft.AspNetCore.Http.Extensions;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Rates;

/// <summary>The rates of a period as one reader may see them: of all units, or of their own.</summary>
internal sealed record RatesView(RatePeriod Period, RateDefinition Definition, IReadOnlyList<UnitRates> Units)
{
    public const string Address = "/evaluation";

    public UnitRates Sum => UnitRates.Sum(Units);
    public IReadOnlyDictionary<long, int> Ranks => UnitRates.Rank(Units, u => u.Satisfied(Definition));
    public IReadOnlyDictionary<long, int> DrawRanks => UnitRates.Rank(Units, u => u.DrawSatisfied(Definition));

    public static async Task<RatesView> LoadAsync(ZhuoluoContext db, RatesQuery query, OfficesSnapshot offices, Act act, string? from, string? to, CancellationToken cancel)
    {
        var period = RatePeriod.Read(from, to, LocalDay.Of(act.At));
        var paths = Permissions.PathsOf(act.Who, Capability.SeeStatistics);
        var all = await query.AskAsync(period, cancel);
        var units = all.Where(u => offices.Unit(u.UnitId ?? 0) is { } unit && paths.Any(p => unit.Path.StartsWith(p, StringComparison.Ordinal)));
        return new RatesView(period, (await RateDefinitions.AllAsync(db, cancel)).On(period.Last), [.. units.OrderBy(u => offices.Unit(u.UnitId!.Value)!.Code, StringComparer.Ordinal)]);
    }

    /// <summary>The records of one number.</summary>
    public string Records(RateWhat what, string? unitCode) => Address + "/records" + new QueryBuilder(
        new[] { ("what", (string?)what.ToString()), ("unit", unitCode), ("from", Period.FromText), ("to", Period.ToText) }
            .Where(p => p.Item2 is not null).Select(p => KeyValuePair.Create(p.Item1, p.Item2!)));
}

/// <summary>What a cell needs to draw a rate with its parts.</summary>
internal sealed record RateCell(Rate Rate, string? PartHref, string? WholeHref, bool IsGrey = false, bool HasInterval = false);
