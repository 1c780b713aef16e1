using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Lights;

namespace Zhuoluo.Tests.Rooms.Projects;

/// <summary>Rules B3, boundary by boundary.</summary>
public sealed class LightRuleTests
{
    private static readonly LightProfile _standard = LightProfile.Of(LightProfile.Standard);
    private static readonly DateOnly _start = new(2021, 1, 1);

    // A hundred days from start to finish: each day is a point.
    private static LightFacts On(int day, decimal done) => new(ProjectState.Started, _start, _start.AddDays(100), _start.AddDays(day))
    {
        Done = done,
        HasStarted = true,
        Period = Periods.Of(_start.AddDays(day), ReportPeriod.Month),
    };

    [Theory]
    [InlineData("0", (int)ProjectLight.Green)]
    [InlineData("9.99", (int)ProjectLight.Green)]
    [InlineData("10", (int)ProjectLight.Yellow)]
    [InlineData("30", (int)ProjectLight.Yellow)]
    [InlineData("30.01", (int)ProjectLight.Red)]
    [InlineData("-20", (int)ProjectLight.Green)]
    public void Ten_and_thirty_points_are_yellow_and_a_hundredth_more_is_red(string behind, int light)
    {
        var points = decimal.Parse(behind, System.Globalization.CultureInfo.InvariantCulture);
        var judged = LightRule.Judge(On(50, 50 - points), _standard);
        Assert.Equal(((ProjectLight)light, points), (judged.Light, judged.Behind));
    }

    [Theory]
    [InlineData(0, (int)ProjectLight.Green)]
    [InlineData(1, (int)ProjectLight.Yellow)]
    [InlineData(2, (int)ProjectLight.Yellow)]
    [InlineData(3, (int)ProjectLight.Red)]
    public void One_and_two_silent_months_are_yellow_and_three_are_red(int months, int light)
    {
        var judged = LightRule.Judge(On(50, 50) with { SilentPeriods = months }, _standard);
        Assert.Equal((ProjectLight)light, judged.Light);
        Assert.Equal(months > 0, judged.Causes.HasFlag(LightCause.Silence));
    }

    [Theory]
    [InlineData("2021-03-31", (int)ProjectLight.Green)]
    [InlineData("2021-04-01", (int)ProjectLight.Yellow)]
    [InlineData("2021-05-31", (int)ProjectLight.Yellow)]
    [InlineData("2021-06-01", (int)ProjectLight.Red)]
    public void Not_started_is_yellow_in_the_month_it_was_due_and_red_in_the_third(string today, int light)
    {
        var facts = new LightFacts(ProjectState.Listed, new DateOnly(2021, 4, 1), new DateOnly(2025, 4, 1), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((ProjectLight)light, LightRule.Judge(facts, _standard).Light);
        Assert.NotEqual(ProjectLight.Red, LightRule.Judge(facts with { HasReason = true }, _standard).Light);
    }

    [Fact]
    public void It_leaves_red_after_two_good_periods_and_not_twice_in_the_same_one()
    {
        var red = On(70, 70) with { LightBefore = ProjectLight.Red };
        var first = LightRule.Judge(red, _standard);
        Assert.Equal((ProjectLight.Red, 1, true), (first.Light, first.GoodPeriods, first.Causes.HasFlag(LightCause.Recovering)));
        var again = LightRule.Judge(red with { GoodBefore = 1, JudgedFor = first.JudgedFor }, _standard);
        Assert.Equal((ProjectLight.Red, 1), (again.Light, again.GoodPeriods));
        var next = LightRule.Judge(red with { GoodBefore = 1, JudgedFor = first.JudgedFor, Period = first.JudgedFor!.Value.AddMonths(1) }, _standard);
        Assert.Equal((ProjectLight.Green, 0), (next.Light, next.GoodPeriods));
        var bad = LightRule.Judge(red with { Done = 10, GoodBefore = 1, JudgedFor = first.JudgedFor }, _standard);
        Assert.Equal((ProjectLight.Red, 0), (bad.Light, bad.GoodPeriods));
    }

    [Theory]
    [InlineData((int)ProjectState.Completed, (int)ProjectLight.Done)]
    [InlineData((int)ProjectState.Closed, (int)ProjectLight.Done)]
    [InlineData((int)ProjectState.Paused, (int)ProjectLight.None)]
    [InlineData((int)ProjectState.Screened, (int)ProjectLight.None)]
    [InlineData((int)ProjectState.Cancelled, (int)ProjectLight.None)]
    public void What_is_done_or_not_owed_has_no_traffic_light(int state, int light) =>
        Assert.Equal((ProjectLight)light, LightRule.Judge(On(90, 0) with { State = (ProjectState)state, LightBefore = ProjectLight.Red }, _standard).Light);

    [Fact]
    public void Money_counts_only_where_the_profile_says_so()
    {
        var facts = On(50, 50) with { MoneyBehind = 50.01m };
        Assert.Equal(ProjectLight.Green, LightRule.Judge(facts, _standard).Light);
        Assert.Equal(ProjectLight.Red, LightRule.Judge(facts, LightProfile.Of("money")).Light);
        Assert.Equal(ProjectLight.Yellow, LightRule.Judge(facts with { MoneyBehind = 50 }, LightProfile.Of("money")).Light);
        Assert.Equal(ProjectLight.Green, LightRule.Judge(facts with { MoneyBehind = 0 }, LightProfile.Of("money")).Light);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(25, "20")]
    [InlineData(50, "40")]
    [InlineData(75, "70")]
    [InlineData(100, "100")]
    [InlineData(150, "100")]
    public void The_plan_follows_the_weights_of_the_nodes_and_is_straight_between_them(int day, string planned)
    {
        (DateOnly, int)[] nodes = [(_start.AddDays(50), 40), (_start.AddDays(100), 60)];
        Assert.Equal(decimal.Parse(planned, System.Globalization.CultureInfo.InvariantCulture), PlannedProgress.On(_start, _start.AddDays(100), nodes, _start.AddDays(day)));
    }

    [Theory]
    [InlineData("2021-01-20", null, "2021-01-31", 0)]
    [InlineData("2021-01-20", null, "2021-02-01", 1)]
    [InlineData("2021-01-20", "2021-01-01", "2021-02-28", 0)]
    [InlineData("2021-01-20", "2021-01-01", "2021-05-01", 3)]
    [InlineData("2020-11-20", null, "2021-02-01", 3)]
    public void Silence_counts_months_that_are_over(string started, string? reported, string today, int silent) =>
        Assert.Equal(silent, Periods.Silent(Day(started), reported is null ? null : Day(reported), Day(today), ReportPeriod.Month));

    [Theory]
    [InlineData("2021-03-07", "2021-03-01")]
    [InlineData("2021-03-08", "2021-03-08")]
    public void A_week_begins_on_monday(string day, string first) => Assert.Equal(Day(first), Periods.Of(Day(day), ReportPeriod.Week));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
