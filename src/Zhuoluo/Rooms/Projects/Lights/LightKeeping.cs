using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Lights;

/// <summary>Asks the rule for one project and writes down what it said, where something changed.</summary>
internal static class LightKeeping
{
    private const decimal Whole = 100;

    /// <summary>The row of a change, or null when the light and its causes are as before.</summary>
    /// <param name="project">Gets the light.</param>
    /// <param name="nodes">All of them.</param>
    /// <param name="money">What stands now.</param>
    /// <param name="home">Whose period and thresholds hold; null where it is on no list.</param>
    /// <param name="today">The day asked about.</param>
    /// <param name="act">Gives the id.</param>
    public static LightChange? Judge(Project project, IEnumerable<Node> nodes, IEnumerable<MoneyRow> money, Programme? home, DateOnly today, Act act) =>
        Change(project, Facts(project, nodes, [.. money], home?.Period ?? ReportPeriod.Month, today), LightProfile.Of(home?.LightProfile ?? LightProfile.Standard), today, act);

    private static LightFacts Facts(Project project, IEnumerable<Node> nodes, IReadOnlyList<MoneyRow> money, ReportPeriod period, DateOnly today) =>
        new(project.State, project.PlannedStart, project.PlannedFinish, today)
        {
            Done = Amounts.Percent(project.Done),
            Nodes = [.. nodes.Select(n => (n.PlannedOn, n.Weight))],
            HasStarted = project.StartedOn is not null || project.Done > 0,
            HasReason = project.Reason is not null,
            SilentPeriods = project.StartedOn is { } started ? Periods.Silent(started, project.ReportedFor, today, period) : 0,
            MoneyBehind = MoneyBehind(money),
            LightBefore = project.Light,
            GoodBefore = project.GoodPeriods,
            Period = Periods.Of(today, period),
            JudgedFor = project.JudgedFor,
        };

    private static LightChange? Change(Project project, LightFacts facts, LightProfile profile, DateOnly today, Act act)
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
            Behind = Amounts.OfPercent(judged.Behind),
        };
    }

    private static decimal? MoneyBehind(IReadOnlyList<MoneyRow> money)
    {
        var planned = money.Sum(m => m.Planned);
        return planned == 0 ? null : Whole * (planned - money.Sum(m => m.Arrived)) / planned;
    }
}
