using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Tests.Rooms.Calendars;

/// <summary>Decision 0003: a day does not count if the clock stands still over its end.</summary>
public sealed class PauseTests
{
    // Monday 2026-03-02 10:00, five working days: Monday 03-09.
    private static readonly ClockRun _run = ClockRun.Plain(Limit.Parse("5wd"), Given.At("2026-03-02 10:00"));

    [Theory]
    [InlineData("2026-03-04 09:00", "2026-03-04 16:00", "2026-03-09 17:30")]
    [InlineData("2026-03-04 09:00", "2026-03-05 08:00", "2026-03-10 17:30")]
    [InlineData("2026-03-04 14:00", "2026-03-06 10:00", "2026-03-11 17:30")]
    [InlineData("2026-03-04 17:30", "2026-03-05 17:29", "2026-03-09 17:30")]
    [InlineData("2026-03-06 18:00", "2026-03-09 08:00", "2026-03-09 17:30")]
    [InlineData("2026-03-10 09:00", "2026-03-20 09:00", "2026-03-09 17:30")]
    public void Moves_the_end_by_the_days_over_whose_end_the_clock_stood(string from, string to, string due)
    {
        var run = _run with { Pauses = [new Pause(Given.At(from), Given.At(to), "material")] };
        Assert.Equal(Given.At(due), Deadlines.Due(run, ShippedCalendar.Calendar, Given.At("2026-03-30 09:00")));
    }

    [Fact]
    public void An_open_pause_answers_what_would_hold_if_it_ended_now()
    {
        var run = _run with { Pauses = [new Pause(Given.At("2026-03-04 09:00"), null, "material")] };
        var answer = Deadlines.Compute(run, ShippedCalendar.Calendar, Given.At("2026-03-12 09:00"));

        Assert.True(answer.IsPaused);
        Assert.Equal(Given.At("2026-03-17 17:30"), answer.Due);
        Assert.Equal(6, answer.Days.Count(d => d.Reason == DayReason.Paused));
    }

    [Fact]
    public void A_pause_after_the_end_is_none()
    {
        var run = _run with { Pauses = [new Pause(Given.At("2026-03-10 09:00"), null, "material")] };
        Assert.False(Deadlines.Brief(run, ShippedCalendar.Calendar, Given.At("2026-03-12 09:00")).IsPaused);
    }

    [Fact]
    public void Hours_stand_still_to_the_minute()
    {
        var run = ClockRun.Plain(Limit.Parse("4oh"), Given.At("2026-03-02 09:00")) with
        {
            Pauses = [new Pause(Given.At("2026-03-02 10:00"), Given.At("2026-03-02 15:00"), "material")],
        };
        Assert.Equal(Given.At("2026-03-03 09:00"), Deadlines.Due(run, ShippedCalendar.Calendar, run.Start));
    }

    [Fact]
    public void An_extension_goes_on_from_the_last_day_counted()
    {
        // 60 days end on Friday 2026-05-01, a holiday; 30 more go on from there, not from the working day after the holiday.
        var run = ClockRun.Plain(Limit.Parse("60d"), Given.At("2026-03-02 10:00")) with
        {
            Extensions = [new Extension(Limit.Parse("30d"), Given.At("2026-04-20 10:00"))],
        };
        var answer = Deadlines.Compute(run, ShippedCalendar.Calendar, run.Start);

        Assert.Equal(new(2026, 6, 1), answer.DueDay);
        Assert.Equal(30, answer.Days.Count(d => d is { IsInExtension: true, Number: not null }));
    }
}
