using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Lights;

/// <summary>Asks the rule for one project and writes down what it said, where something changed.</summary>
internal static class LightKeeping
{
    private const decimal Hundredths = 100;
    private const decimal Whole = 100;

    public static LightFacts Facts(Project project, IReadOnlyList<(DateOnly On, int Weight)> nodes, IEnumerable<NewMoney> money, ReportPeriod period, DateOnly today) =>
        new(project.State, project.PlannedStart, project.PlannedFinish, today)
        {
            Done = project.Done / Hundredths,
            Nodes = nodes,
            HasStarted = project.StartedOn is not null || project.Done > 0,
            HasReason = project.Reason is not null,
            SilentPeriods = project.StartedOn is { } started ? Periods.Silent(started, project.ReportedFor, today, period) : 0,
            MoneyBehind = MoneyBehind([.. money]),
            LightBefore = project.Light,
            GoodBefore = project.GoodPeriods,
            Period = Periods.Of(today, period),
            JudgedFor = project.JudgedFor,
        };

    /// <summary>The row of a change, or null when the light and its causes are as before.</summary>
    public static LightChange? Change(Project project, LightFacts facts, LightProfile profile, DateOnly today, Act act)
    {
        var judged = LightRule.Judge(facts, profile);
        (project.GoodPeriods, project.JudgedFor) = (judged.GoodPeriods, judged.JudgedFor);
        if (judged.Light == project.Light && judged.Causes == project.Causes)
        {
            return null;
        }
        if (judged.Light != project.Light)
        {
            project.LightSince = today;
        }
        (project.Light, project.Causes) = (judged.Light, judged.Causes);
        return new LightChange
        {
            Id = act.NewId(),
            ProjectId = project.Id,
            On = today,
            Light = judged.Light,
            Causes = judged.Causes,
            Behind = (int)Math.Round(judged.Behind * Hundredths, MidpointRounding.AwayFromZero),
        };
    }

    private static decimal? MoneyBehind(IReadOnlyList<NewMoney> money)
    {
        var planned = money.Sum(m => m.Planned);
        return planned == 0 ? null : Whole * (planned - money.Sum(m => m.Arrived)) / planned;
    }
}
