using Zhuoluo.Rooms.Evaluation;

namespace Zhuoluo.Rooms.Disclosure.ShowUnits;

/// <summary>How one unit handled what it leads, in a period of opening. Every number is a count of records or a rate of two of them.</summary>
internal sealed record UnitFigures(long UnitId)
{
    public int Received { get; init; }

    /// <summary>Ended without a handling; in no rate (rules A4.4).</summary>
    public int Excluded { get; init; }
    public int Open { get; init; }
    public int Closed { get; init; }

    /// <summary>A limit for handling has ended, in time or not.</summary>
    public int Measured { get; init; }
    public int Overran { get; init; }

    /// <summary>How often it gave a matter back as not its own.</summary>
    public int Returned { get; init; }
    public int Holdings { get; init; }
    public long HeldMicroseconds { get; init; }

    /// <summary>What people said in the period: calls by draw and ratings by choice, apart.</summary>
    public UnitRates Said { get; init; } = new(UnitId);

    public Rate OnTime => new(Measured - Overran, Measured);

    public decimal? MeanDays => Holdings == 0 ? null
        : Math.Round(HeldMicroseconds / (decimal)Holdings / 86_400_000_000m, 1, MidpointRounding.AwayFromZero);

    /// <summary>Ranked ones by their satisfied rate of the calls by draw, then the others in the order they come in.</summary>
    public static IReadOnlyList<(UnitFigures Unit, int? Rank)> Rank(IEnumerable<UnitFigures> units, RateDefinition definition)
    {
        var all = units.ToList();
        var ranks = UnitRates.Rank([.. all.Select(u => u.Said)], u => u.DrawSatisfied(definition));
        return
        [
            .. all.Where(u => ranks.ContainsKey(u.UnitId)).OrderBy(u => ranks[u.UnitId]).Select(u => (u, (int?)ranks[u.UnitId])),
            .. all.Where(u => !ranks.ContainsKey(u.UnitId)).Select(u => (u, (int?)null)),
        ];
    }
}
