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

    /// <summary>What the requesters said in the last round: the unit's own word is the outcome, not this.</summary>
    public int SaidSolved { get; init; }
    public int SaidUnsolved { get; init; }

    /// <summary>How many gave each of the grades 1 to 5.</summary>
    public IReadOnlyList<int> Grades { get; init; } = [0, 0, 0, 0, 0];

    /// <summary>How often it gave a matter back as not its own.</summary>
    public int Returned { get; init; }
    public int Holdings { get; init; }
    public long HeldMicroseconds { get; init; }

    public Rate OnTime => new(Measured - Overran, Measured);
    public Rate Solved => new(SaidSolved, SaidSolved + SaidUnsolved);
    public Rate Satisfied => new(Satisfaction.Weigh(Grades), Grades.Sum());
    public bool IsRanked => Satisfied.Whole >= Satisfaction.EnoughToRank;

    public decimal? MeanDays => Holdings == 0 ? null
        : Math.Round(HeldMicroseconds / (decimal)Holdings / 86_400_000_000m, 1, MidpointRounding.AwayFromZero);

    /// <summary>Ranked ones by their satisfied rate, then the others by name order of the caller.</summary>
    public static IReadOnlyList<(UnitFigures Unit, int? Rank)> Rank(IEnumerable<UnitFigures> units)
    {
        var all = units.ToList();
        var ranked = all.Where(u => u.IsRanked).OrderByDescending(u => u.Satisfied.Percent).ToList();
        // Equal rates share a rank.
        return
        [
            .. ranked.Select(u => (u, (int?)(1 + ranked.Count(o => o.Satisfied.Percent > u.Satisfied.Percent)))),
            .. all.Where(u => !u.IsRanked).Select(u => (u, (int?)null)),
        ];
    }
}
