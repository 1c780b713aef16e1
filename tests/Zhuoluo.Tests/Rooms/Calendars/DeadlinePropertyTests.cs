using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Tests.Rooms.Calendars;

public sealed class DeadlinePropertyTests
{
    private static readonly WorkingCalendar _calendar = ShippedCalendar.Calendar;

    [Theory]
    [InlineData(1, nameof(DayEnd.Close))]
    [InlineData(2, nameof(DayEnd.Midnight))]
    public void Agrees_with_the_naive_reading_of_the_rules(int seed, string dayEnd)
    {
        var runs = new RandomRuns(seed);
        var end = Enum.Parse<DayEnd>(dayEnd);
        var calendar = _calendar.EndingAt(end);
        for (var i = 0; i < 3000; i++)
        {
            var (run, now) = runs.Next();
            var expected = new DateTimeOffset(NaiveDeadline.Due(run, end, now), LocalDay.Offset);
            var actual = Deadlines.Due(run, calendar, now);
            Assert.True(expected == actual, $"case {i}: {Tell(run, now)}: naive {expected:O}, ours {actual.ToOffset(LocalDay.Offset):O}");
        }
    }

    [Fact]
    public void The_explanation_changes_nothing()
    {
        var runs = new RandomRuns(3);
        for (var i = 0; i < 3000; i++)
        {
            var (run, now) = runs.Next();
            var told = Deadlines.Compute(run, _calendar, now);
            var brief = Deadlines.Brief(run, _calendar, now);
            Assert.Equal((told.Due, told.IsProvisional, told.IsPaused), (brief.Due, brief.IsProvisional, brief.IsPaused));
            Assert.Equal(told.Due, Deadlines.Due(run, _calendar, now));
        }
    }

    [Fact]
    public void A_later_start_is_never_due_earlier()
    {
        var runs = new RandomRuns(4);
        var random = new Random(4);
        for (var i = 0; i < 3000; i++)
        {
            var (run, now) = runs.Next();
            var later = run with { Start = run.Start.AddMinutes(random.Next(5000)) };
            Assert.True(Deadlines.Due(run, _calendar, now) <= Deadlines.Due(later, _calendar, now), Tell(run, now));
        }
    }

    [Fact]
    public void A_longer_limit_is_never_due_earlier()
    {
        var runs = new RandomRuns(5);
        for (var i = 0; i < 3000; i++)
        {
            var (run, now) = runs.Next();
            var longer = run with { Limit = run.Limit with { Number = run.Limit.Number + 1 } };
            Assert.True(Deadlines.Due(run, _calendar, now) <= Deadlines.Due(longer, _calendar, now), Tell(run, now));
        }
    }

    [Fact]
    public void A_pause_or_an_extension_never_shortens()
    {
        var runs = new RandomRuns(6);
        for (var i = 0; i < 3000; i++)
        {
            var (run, now) = runs.Next();
            var due = Deadlines.Due(run, _calendar, now);
            var paused = run with { Pauses = [.. run.Pauses, runs.Pause(run.Start)] };
            var extended = run with { Extensions = [.. run.Extensions, new Extension(Limit.Parse("3wd"), now)] };
            Assert.True(due <= Deadlines.Due(paused, _calendar, now), Tell(paused, now));
            Assert.True(due < Deadlines.Due(extended, _calendar, now), Tell(extended, now));
        }
    }

    [Fact]
    public void The_days_explained_are_an_unbroken_row_and_count_to_the_limit()
    {
        var runs = new RandomRuns(7);
        for (var i = 0; i < 2000; i++)
        {
            var run = runs.NextPlain(u => u is LimitUnit.NaturalDay or LimitUnit.WorkingDay);
            run = run with { Pauses = [runs.Pause(run.Start)] };
            var answer = Deadlines.Compute(run, _calendar, run.Start.AddDays(9));

            Assert.Equal(Enumerable.Range(1, run.Limit.Number), answer.Days.Where(d => d.Number is not null).Select(d => d.Number!.Value));
            Assert.Equal(Enumerable.Range(0, answer.Days.Count).Select(n => LocalDay.Of(run.Start).AddDays(n)), answer.Days.Select(d => d.Day));
            Assert.Equal(answer.DueDay, answer.Days[^1].Day);
            Assert.True(run.Limit.Number == 0 || _calendar.IsWorking(answer.DueDay));
        }
    }

    [Fact]
    public void The_minutes_explained_count_to_the_hours_of_the_limit()
    {
        var runs = new RandomRuns(8);
        for (var i = 0; i < 2000; i++)
        {
            var run = runs.NextPlain(u => u is LimitUnit.NaturalHour or LimitUnit.OfficeHour);
            run = run with { Pauses = [runs.Pause(run.Start)] };
            Assert.Equal(run.Limit.Number * 60, Deadlines.Compute(run, _calendar, run.Start.AddDays(9)).Days.Sum(d => d.Minutes));
        }
    }

    [Fact]
    public void Is_due_at_a_time_when_the_office_is_open_or_closes()
    {
        var runs = new RandomRuns(9);
        for (var i = 0; i < 2000; i++)
        {
            var run = runs.NextPlain(u => u == LimitUnit.OfficeHour);
            var due = Deadlines.Due(run, _calendar, run.Start).ToOffset(LocalDay.Offset);
            var time = TimeOnly.FromDateTime(due.DateTime);
            Assert.True(run.Limit.Number == 0 || _calendar.OfficeHours.On(LocalDay.Of(due)).Open.Any(s => s.From < time && time <= s.To));
        }
    }

    [Fact]
    public void Counts_working_days_both_ways()
    {
        var random = new Random(10);
        for (var i = 0; i < 2000; i++)
        {
            var from = new DateOnly(2004, 1, 1).AddDays(random.Next(8000));
            var to = from.AddDays(random.Next(400));
            var expected = Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(n => NaiveDeadline.Works(from.AddDays(n).ToDateTime(default)));
            Assert.Equal(expected, Deadlines.WorkingDaysBetween(from, to, _calendar));
            Assert.Equal(-expected, Deadlines.WorkingDaysBetween(to, from, _calendar));
        }
    }

    private static string Tell(ClockRun run, DateTimeOffset now) =>
        $"{run.Limit} from {run.Start:O}; pauses {string.Join(' ', run.Pauses.Select(p => $"[{p.From:O} {p.To:O}]"))}; "
        + $"extensions {string.Join(' ', run.Extensions.Select(e => e.By))}; now {now:O}";
}
