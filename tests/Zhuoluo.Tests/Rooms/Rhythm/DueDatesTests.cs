using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Cadences;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class DueDatesTests
{
    // 2026-02-28 is worked to make up for the Spring Festival; here Saturdays and Sundays are free and nothing else.
    private static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    [Theory]
    [InlineData("Week", "2026-03-05", "2026-03-02", "2026-03-09")]
    [InlineData("Week", "2026-03-01", "2026-02-23", "2026-03-02")]
    [InlineData("Month", "2026-02-28", "2026-02-01", "2026-03-01")]
    [InlineData("Quarter", "2026-03-31", "2026-01-01", "2026-04-01")]
    [InlineData("Quarter", "2026-12-01", "2026-10-01", "2027-01-01")]
    [InlineData("Year", "2026-12-31", "2026-01-01", "2027-01-01")]
    [InlineData("Once", "2026-12-31", "2026-01-05", null)]
    public void A_day_lies_in_one_period_and_another_follows(string every, string day, string period, string? next)
    {
        var first = DueDates.PeriodOf(Enum.Parse<Every>(every), DateOnly.Parse(day, null), new DateOnly(2026, 1, 5));
        Assert.Equal(DateOnly.Parse(period, null), first);
        Assert.Equal(next is null ? null : DateOnly.Parse(next, null), DueDates.After(Enum.Parse<Every>(every), first));
    }

    [Theory]
    [InlineData("Week", "2026-03-02", 3, "2026-03-04")]
    // Saturday: Monday lies in the next week, so Friday.
    [InlineData("Week", "2026-03-02", 6, "2026-03-06")]
    // Sunday the 15th: Monday.
    [InlineData("Month", "2026-03-01", 15, "2026-03-16")]
    // No 31st in February: the last day is a Saturday, so the 27th.
    [InlineData("Month", "2026-02-01", 31, "2026-02-27")]
    [InlineData("Once", "2026-01-05", 7, "2026-01-12")]
    public void A_step_falls_on_a_working_day_of_its_period(string every, string period, int day, string due) =>
        Assert.Equal(DateOnly.Parse(due, null), DueDates.Of(Enum.Parse<Every>(every), DateOnly.Parse(period, null), day, IsWorking));

    [Fact]
    public void The_shipped_set_can_be_kept_as_it_is() => Assert.All(ShippedCadences.All, shipped =>
    {
        Assert.NotEmpty(shipped.Steps);
        Assert.All(shipped.Steps, step => Assert.InRange(step.Day, 1, DueDates.LongestOf(shipped.Every)));
    });

    [Fact]
    public void The_weekly_five_are_meeting_report_feedback_bulletin_and_drill() =>
        Assert.Equal([BeatKind.Meeting, BeatKind.Report, BeatKind.Feedback, BeatKind.Bulletin, BeatKind.Drill], ShippedCadences.All.Single(c => c.Every == Every.Week).Steps.Select(s => s.Kind));
}
