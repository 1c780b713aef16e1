namespace Zhuoluo.Rooms.Evaluation;

/// <summary>
/// What people said of one unit in a period. Ratings that people gave of themselves and calls by draw stand apart and are never
/// added up: who rates chose to, who was drawn did not.
/// </summary>
/// <param name="UnitId">The unit; null for the sum of all.</param>
internal sealed record UnitRates(long? UnitId)
{
    /// <summary>Rounds answered in the period whose requesters were offered to rate, and how many of them did.</summary>
    public int Offered { get; init; }
    public int Taken { get; init; }

    /// <summary>Valid ratings given in the period: how many of each of the grades 1 to 5.</summary>
    public IReadOnlyList<int> Grades { get; init; } = [0, 0, 0, 0, 0];
    public int Excluded { get; init; }

    /// <summary>Valid bad ratings, and what became of them (rules A7.7).</summary>
    public int Bad { get; init; }
    public int Fixed { get; init; }
    public int FixedInTime { get; init; }

    /// <summary>The draws of the period.</summary>
    public int Drawn { get; init; }
    public int Waiting { get; init; }
    public int Reached { get; init; }
    public int Responded { get; init; }
    public int Solved { get; init; }
    public int Unsolved { get; init; }
    public IReadOnlyList<int> DrawGrades { get; init; } = [0, 0, 0, 0, 0];
    public int DrawExcluded { get; init; }

    public Rate TakenRate => new(Taken, Offered);
    public Rate Good => new(Grades[2] + Grades[3] + Grades[4], Grades.Sum());
    public Rate FixRate => new(Fixed, Bad);
    public Rate InTimeRate => new(FixedInTime, Bad);
    public Rate ResponseRate => new(Responded, Reached);
    public Rate SolvedRate => new(Solved, Solved + Unsolved);

    public Rate Satisfied(RateDefinition definition) => new(definition.Weigh(Grades), Grades.Sum());

    public Rate DrawSatisfied(RateDefinition definition) => new(definition.Weigh(DrawGrades), DrawGrades.Sum());

    /// <summary>So many were left out that the rate says little (rules A4.4).</summary>
    public bool IsGrey(RateDefinition definition) => IsOver(Excluded, Grades.Sum(), definition);

    public bool IsDrawGrey(RateDefinition definition) => IsOver(DrawExcluded, Reached, definition);

    public static UnitRates Sum(IReadOnlyList<UnitRates> units) => new((long?)null)
    {
        Offered = units.Sum(u => u.Offered),
        Taken = units.Sum(u => u.Taken),
        Grades = [.. Enumerable.Range(0, 5).Select(i => units.Sum(u => u.Grades[i]))],
        Excluded = units.Sum(u => u.Excluded),
        Bad = units.Sum(u => u.Bad),
        Fixed = units.Sum(u => u.Fixed),
        FixedInTime = units.Sum(u => u.FixedInTime),
        Drawn = units.Sum(u => u.Drawn),
        Waiting = units.Sum(u => u.Waiting),
        Reached = units.Sum(u => u.Reached),
        Responded = units.Sum(u => u.Responded),
        Solved = units.Sum(u => u.Solved),
        Unsolved = units.Sum(u => u.Unsolved),
        DrawGrades = [.. Enumerable.Range(0, 5).Select(i => units.Sum(u => u.DrawGrades[i]))],
        DrawExcluded = units.Sum(u => u.DrawExcluded),
    };

    /// <summary>Ranks by a rate; none where there are too few (rules A4.5). Equals share a rank.</summary>
    public static IReadOnlyDictionary<long, int> Rank(IReadOnlyList<UnitRates> units, Func<UnitRates, Rate> by)
    {
        var fit = units.Where(u => u.UnitId is not null && by(u).Whole >= RateDefinitions.EnoughToRank).ToList();
        return fit.ToDictionary(u => u.UnitId!.Value, u => 1 + fit.Count(o => by(o).Percent > by(u).Percent));
    }

    private static bool IsOver(int excluded, int valid, RateDefinition definition) =>
        excluded > 0 && 100 * excluded > definition.ExclusionCap * (excluded + valid);
}
