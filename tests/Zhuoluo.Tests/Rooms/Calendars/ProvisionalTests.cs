using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Tests.Rooms.Calendars;

/// <summary>Rules C1.1 and C1.5: a year without a notice.</summary>
public sealed class ProvisionalTests
{
    [Fact]
    public void Knows_the_years_to_2026() => Assert.Equal(2026, ShippedCalendar.Calendar.LastYearWithData);

    [Fact]
    public void Works_out_the_thirteen_statutory_days_of_2027() => Assert.Equal(
        ["01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15", "10-01", "10-02", "10-03"],
        Given.DaysOf(2027).Where(d => ShippedCalendar.Calendar.NatureOf(d).Kind == DayKind.Holiday).Select(d => $"{d:MM-dd}"));

    [Fact]
    public void Agrees_with_every_notice_since_2008_on_the_statutory_days()
    {
        // In all the years with notices the lunar and solar days worked out are days off; eve of the new year since 2025 only.
        var bare = new WorkingCalendar([], ShippedCalendar.OfficeHours, DayEnd.Close);
        for (var year = 2008; year <= 2026; year++)
        {
            foreach (var day in Given.DaysOf(year).Where(d => bare.NatureOf(d).Kind == DayKind.Holiday))
            {
                var nature = ShippedCalendar.Calendar.NatureOf(day);
                Assert.True(!nature.IsWorking || (bare.NatureOf(day).Name == "春节" && day.AddDays(1) == FirstOfLunarYear(bare, year)) || day is { Month: 5, Day: 2 }, $"{day:O} {nature}");
            }
        }
    }

    [Theory]
    [InlineData("2026-12-24", "5wd", false)]
    [InlineData("2026-12-25", "5wd", true)]
    [InlineData("2026-12-25", "5d", false)]
    [InlineData("2026-12-25", "10d", true)]
    [InlineData("2026-12-31", "24h", false)]
    [InlineData("2027-03-01", "2oh", true)]
    public void Is_provisional_when_a_day_of_an_unknown_year_decides(string start, string limit, bool isProvisional)
    {
        var answer = Given.Answer(start, "10:00", limit);
        Assert.Equal(isProvisional, answer.IsProvisional);
        Assert.Equal(isProvisional, Deadlines.Brief(ClockRun.Plain(Limit.Parse(limit), Given.At($"{start} 10:00")), ShippedCalendar.Calendar, answer.Due).IsProvisional);
    }

    [Fact]
    public void Goes_on_by_weekdays_where_the_table_ends()
    {
        var far = Given.Answer("2100-12-30", "10:00", "5wd");
        Assert.True(far.IsProvisional);
        Assert.Equal(new(2101, 1, 6), far.DueDay);
        Assert.Equal(new(2004, 1, 2), Given.Answer("2003-12-30", "10:00", "2wd").DueDay);
    }

    private static DateOnly FirstOfLunarYear(WorkingCalendar bare, int year) =>
        Given.DaysOf(year).Where(d => d.Month < 3 && d.DayOfYear > 1 && bare.NatureOf(d).Kind == DayKind.Holiday).ElementAt(1);
}
