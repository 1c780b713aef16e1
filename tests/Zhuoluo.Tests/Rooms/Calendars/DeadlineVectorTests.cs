using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Tests.Rooms.Calendars;

/// <summary>Cases with a source: rules C1.3, C1.4, C1.7, A3.2.</summary>
public sealed class DeadlineVectorTests
{
    [Theory]
    [InlineData("2026-02-13", "1wd", "2026-02-14")]
    [InlineData("2026-02-13", "2wd", "2026-02-24")]
    [InlineData("2026-09-23", "5wd", "2026-10-08")]
    [InlineData("2026-09-23", "15d", "2026-10-08")]
    [InlineData("2026-09-23", "10d", "2026-10-08")]
    public void Agrees_with_rules_C1_7(string start, string limit, string due) =>
        Assert.Equal(Given.Day(due), Given.Answer(start, "10:00", limit).DueDay);

    [Fact]
    public void Tells_the_days_of_the_five_working_days_over_the_national_holiday()
    {
        var answer = Given.Answer("2026-09-23", "10:00", "5wd");

        Assert.Equal(
            ["start 09-23", "1 09-24", "holiday 09-25", "holiday 09-26", "holiday 09-27", "2 09-28", "3 09-29", "4 09-30", .. Enumerable.Range(1, 7).Select(d => $"holiday 10-{d:00}"), "5 10-08"],
            answer.Days.Select(d => $"{(d.Number is { } number ? $"{number}" : d.Reason[8..])} {d.Day:MM-dd}"));
    }

    [Theory]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Counts_the_working_days_of_rules_C1_3(int year, int days) =>
        Assert.Equal(days, Deadlines.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31), ShippedCalendar.Calendar));

    [Fact]
    public void Has_the_make_up_days_of_rules_C1_4() => Assert.Equal(
        ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
        Given.DaysOf(2026).Where(d => ShippedCalendar.Calendar.NatureOf(d).Kind == DayKind.MakeUp).Select(d => $"{d:MM-dd}"));

    [Theory]
    // Ends at closing time; from May to September half an hour later.
    [InlineData("2026-03-02", "16:00", "1wd", "2026-03-03 17:30")]
    [InlineData("2026-06-01", "16:00", "1wd", "2026-06-02 18:00")]
    // Hours run from the moment, through nights and rest days.
    [InlineData("2026-09-30", "16:00", "24h", "2026-10-01 16:00")]
    [InlineData("2026-09-30", "16:00", "0h", "2026-09-30 16:00")]
    // Office hours only while offices are open.
    [InlineData("2026-03-02", "11:00", "2oh", "2026-03-02 15:00")]
    [InlineData("2026-03-02", "10:00", "2oh", "2026-03-02 12:00")]
    [InlineData("2026-03-02", "17:00", "2oh", "2026-03-03 10:00")]
    [InlineData("2026-09-30", "17:00", "4oh", "2026-10-08 11:30")]
    // The same day: until closing time, or until midnight when the office has closed already.
    [InlineData("2026-03-02", "10:00", "0d", "2026-03-02 17:30")]
    [InlineData("2026-03-02", "19:00", "0d", "2026-03-03 00:00")]
    [InlineData("2026-03-07", "10:00", "0d", "2026-03-08 00:00")]
    [InlineData("2026-03-07", "10:00", "0wd", "2026-03-09 17:30")]
    public void Ends_at_the_right_minute(string day, string time, string limit, string due) =>
        Assert.Equal(Given.At(due), Given.Answer(day, time, limit).Due);

    [Fact]
    public void Ends_at_midnight_where_the_profile_says_so()
    {
        var run = ClockRun.Plain(Limit.Parse("60d"), Given.At("2026-03-02 10:00"));
        var answer = Deadlines.Compute(run, ShippedCalendar.Calendar.EndingAt(DayEnd.Midnight), run.Start);

        // 60 days end on Friday 2026-05-01; the holiday runs to 05-05.
        Assert.Equal(Given.At("2026-05-07 00:00"), answer.Due);
        Assert.Equal(new(2026, 5, 6), answer.DueDay);
    }
}
