namespace Zhuoluo.Rooms.Projects.Lights;

/// <summary>
/// The light of a project on a day (rules B3). Pure: what stands in, what comes out. The worst of progress, start, silence and money counts.
/// A project that is done has no light but "done"; one that is paused, cancelled or not yet listed has none.
/// </summary>
internal static class LightRule
{
    public static Judged Judge(LightFacts facts, LightProfile profile)
    {
        if (facts.State.IsDone() || facts.Done >= 100)
        {
            return new Judged(ProjectLight.Done, LightCause.None, 0, 0, null);
        }
        if (!facts.State.IsUnderWay())
        {
            return new Judged(ProjectLight.None, LightCause.None, 0, 0, null);
        }
        var behind = PlannedProgress.On(facts.PlannedStart, facts.PlannedFinish, facts.Nodes, facts.Today) - facts.Done;
        (ProjectLight Light, LightCause Cause)[] found =
        [
            (Gap(behind, profile.YellowFrom, profile.RedAbove), LightCause.Progress),
            (Start(facts, profile), LightCause.Start),
            (Silence(facts, profile), LightCause.Silence),
            (Money(facts, profile), LightCause.Money),
        ];
        var worst = found.Max(f => f.Light);
        var causes = found.Where(f => f.Light > ProjectLight.Green).Aggregate(LightCause.None, (all, f) => all | f.Cause);
        if (facts.Today > facts.PlannedFinish)
        {
            causes |= LightCause.Overdue;
        }
        return Recover(facts, profile, worst, causes, behind);
    }

    /// <summary>Under the first threshold green, the two thresholds themselves yellow, above the second red (rules B3.1, B3.2).</summary>
    public static ProjectLight Gap(decimal points, decimal yellowFrom, decimal redAbove) =>
        points > redAbove ? ProjectLight.Red : points >= yellowFrom ? ProjectLight.Yellow : ProjectLight.Green;

    // Due this month and not started is yellow, months running red; a reason that a person gave keeps it yellow.
    private static ProjectLight Start(LightFacts facts, LightProfile profile)
    {
        if (profile.StartRedMonths == 0 || facts.HasStarted || facts.Today < facts.PlannedStart)
        {
            return ProjectLight.Green;
        }
        var months = ((facts.Today.Year - facts.PlannedStart.Year) * 12) + facts.Today.Month - facts.PlannedStart.Month + 1;
        return months >= profile.StartRedMonths && !facts.HasReason ? ProjectLight.Red : ProjectLight.Yellow;
    }

    private static ProjectLight Silence(LightFacts facts, LightProfile profile) =>
        facts.SilentPeriods > profile.SilentRed ? ProjectLight.Red : facts.SilentPeriods >= profile.SilentYellow ? ProjectLight.Yellow : ProjectLight.Green;

    private static ProjectLight Money(LightFacts facts, LightProfile profile) =>
        profile.MoneyYellow == 0 || facts.MoneyBehind is not { } behind ? ProjectLight.Green : Gap(behind, profile.MoneyYellow, profile.MoneyRed);

    private static Judged Recover(LightFacts facts, LightProfile profile, ProjectLight light, LightCause causes, decimal behind)
    {
        if (facts.LightBefore != ProjectLight.Red || light == ProjectLight.Red)
        {
            return new Judged(light, causes, behind, 0, facts.Period);
        }
        var good = facts.GoodBefore + (facts.JudgedFor is not { } judged || judged < facts.Period ? 1 : 0);
        return good >= profile.GoodPeriods
            ? new Judged(light, causes, behind, 0, facts.Period)
            : new Judged(ProjectLight.Red, causes | LightCause.Recovering, behind, good, facts.Period);
    }
}

/// <summary>All that the light depends on.</summary>
internal sealed record LightFacts(ProjectState State, DateOnly PlannedStart, DateOnly PlannedFinish, DateOnly Today)
{
    /// <summary>Points of a hundred.</summary>
    public decimal Done { get; init; }
    public IReadOnlyList<(DateOnly On, int Weight)> Nodes { get; init; } = [];
    public bool HasStarted { get; init; }
    public bool HasReason { get; init; }

    /// <summary>Whole periods since the start of which nothing was told.</summary>
    public int SilentPeriods { get; init; }

    /// <summary>Points by which money that came is behind what was planned; null where no money is kept.</summary>
    public decimal? MoneyBehind { get; init; }
    public ProjectLight LightBefore { get; init; }
    public int GoodBefore { get; init; }

    /// <summary>First day of the period in which this is judged, and of the one judged last.</summary>
    public DateOnly Period { get; init; }
    public DateOnly? JudgedFor { get; init; }
}

/// <param name="Light">What is shown.</param>
/// <param name="Causes">Why.</param>
/// <param name="Behind">Points behind plan; negative when ahead.</param>
/// <param name="GoodPeriods">To be remembered.</param>
/// <param name="JudgedFor">To be remembered.</param>
internal sealed record Judged(ProjectLight Light, LightCause Causes, decimal Behind, int GoodPeriods, DateOnly? JudgedFor);
