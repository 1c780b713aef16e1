using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Calendars.Import;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Calendars;

public sealed class ImportCalendarTests
{
    // An invented notice: Spring Festival 2027 with a make-up Saturday, and a day of the December before.
    internal const string Notice2027 = """
        {"year":2027,
         "holidays":{"2027-01-01":"New Year's Day,元旦,1","2027-02-05":"春节","2027-02-06":"春节","2027-02-07":"春节","2027-02-08":"春节","2027-02-09":"春节",
                     "2027-02-10":"春节","2027-02-11":"春节","2027-04-05":"清明","2027-05-01":"劳动节","2027-05-03":"劳动节","2027-06-09":"端午","2027-09-15":"中秋",
                     "2027-10-01":"国庆节","2027-10-04":"国庆节","2027-10-05":"国庆节","2026-12-31":"元旦"},
         "workdays":{"2027-02-13":"春节"}}
        """;

    private static readonly ClockRun _run = ClockRun.Plain(Limit.Parse("5wd"), Given.At("2027-02-04 10:00"));

    [Theory, EachDatabase]
    public async Task Recomputes_open_deadlines_when_the_notice_arrives(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var door = house.Services.GetRequiredService<CalendarsDoor>();
        var before = Deadlines.Brief(_run, door.Calendar, _run.Start);
        var holder = new SampleHolder();

        var imported = Done(await Handler(house, holder).HandleAsync(new ImportCalendar(Encoding.UTF8.GetBytes(Notice2027)), house.System(), default));

        Assert.True(before.IsProvisional);
        Assert.Equal(new(2027, 2, 15), before.DueDay);
        Assert.Equal([2027], imported.Years);
        Assert.Equal(1, imported.Moved);
        // Off from 02-05 to 02-11; working 12, 13 (make-up), 15, 16, 17.
        Assert.Equal((new DateOnly(2027, 2, 17), false), (holder.Answer!.DueDay, holder.Answer.IsProvisional));
        Assert.Equal(2027, door.Calendar.LastYearWithData);
        Assert.Equal(DayKind.Holiday, door.Calendar.NatureOf(new(2026, 12, 31)).Kind);
        Assert.Equal("元旦", door.Calendar.NatureOf(new(2027, 1, 1)).Name);
    }

    [Theory, EachDatabase]
    public async Task Records_what_was_imported_and_nothing_the_second_time(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var holder = new SampleHolder();
        for (var i = 0; i < 2; i++)
        {
            Done(await Handler(house, holder).HandleAsync(new ImportCalendar(Encoding.UTF8.GetBytes(Notice2027)), house.System(), default));
        }
        await house.DrainAsync();

        var entry = Assert.Single(await house.ReadAsync(r => r.Set<LedgerEntry>().Where(e => e.Kind == "calendar.imported").ToListAsync()));
        Assert.Contains("""{"holidays":17,"makeUpDays":1,"year":2027}""", Encoding.UTF8.GetString(entry.Body), StringComparison.Ordinal);
        Assert.Equal(1, holder.Calls);
    }

    [Theory, EachDatabase]
    public async Task A_corrected_notice_replaces_the_first_one(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var holder = new SampleHolder();
        await Handler(house, holder).HandleAsync(new ImportCalendar(Encoding.UTF8.GetBytes(Notice2027)), house.System(), default);
        var corrected = Notice2027.Replace("\"2027-02-13\":\"春节\"", "\"2027-02-14\":\"春节\"", StringComparison.Ordinal);

        Done(await Handler(house, holder).HandleAsync(new ImportCalendar(Encoding.UTF8.GetBytes(corrected)), house.System(), default));

        var calendar = house.Services.GetRequiredService<CalendarsDoor>().Calendar;
        Assert.False(calendar.IsWorking(new DateOnly(2027, 2, 13)));
        Assert.True(calendar.IsWorking(new DateOnly(2027, 2, 14)));
        Assert.Equal(2, holder.Calls);
    }

    [Theory, EachDatabase]
    public async Task A_crash_before_recomputing_is_made_up_for_at_the_next_look(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Handler(house, new BrokenHolder())
            .HandleAsync(new ImportCalendar(Encoding.UTF8.GetBytes(Notice2027)), house.System(), default));
        var holder = new SampleHolder();

        await Recomputation(house, holder).RunAsync(house.System(), default);
        await Recomputation(house, holder).RunAsync(house.System(), default);

        Assert.Equal(1, holder.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"year":2027}""")]
    [InlineData("""{"year":2027,"holidays":{},"workdays":{}}""")]
    [InlineData("""{"year":2027,"holidays":{"2027-13-01":"元旦"},"workdays":{}}""")]
    [InlineData("""{"year":2027,"holidays":{"2028-01-01":"元旦"},"workdays":{}}""")]
    [InlineData("""{"year":2027,"holidays":{"2027-01-01":"元旦"},"workdays":{"2027-01-01":"元旦"}}""")]
    [InlineData("""{"year":1999,"holidays":{"1999-01-01":"元旦"},"workdays":{}}""")]
    public void Refuses_what_is_not_a_notice(string text) =>
        Assert.Equal("calendar-file-unreadable", Refused(ImportCalendarHandler.Decide(Ask(text), ShippedCalendar.Calendar, Operator())).Code);

    [Fact]
    public void Refuses_a_year_with_too_many_working_days() => Assert.Equal(
        "calendar-implausible",
        Refused(ImportCalendarHandler.Decide(Ask("""{"year":2027,"holidays":{"2027-01-01":"元旦"},"workdays":{}}"""), ShippedCalendar.Calendar, Operator())).Code);

    [Fact]
    public void Refuses_whoever_may_not() => Assert.IsType<NotPermitted>(
        Refused(ImportCalendarHandler.Decide(Ask(Notice2027), ShippedCalendar.Calendar, Operator() with { Who = Actor.Public })));

    [Fact]
    public void Reads_the_file_form_of_the_package() =>
        Assert.Equal(2027, Assert.Single(CalendarFile.Read(Encoding.UTF8.GetBytes(Notice2027.Replace("\"year\":2027,", "", StringComparison.Ordinal)))!).Year);

    private static ImportCalendar Ask(string text) => new(Encoding.UTF8.GetBytes(text));

    private static Act Operator() =>
        new(Actor.Operator("test"), Given.At("2026-11-20 10:00"), Door.Command, null, Guid.Empty, new IdSource(0), new SeededChance(1));

    private static ImportCalendarHandler Handler(TestHouse house, IDeadlineHolder holder) =>
        new(house.Writer, house.Services.GetRequiredService<CalendarsDoor>(), Recomputation(house, holder));

    private static Recomputation Recomputation(TestHouse house, IDeadlineHolder holder) =>
        new(house.Writer, house.Services.GetRequiredService<CalendarsDoor>(), [holder], house.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>());

    private static T Done<T>(Outcome<T> outcome) => outcome.Match(done => done, refusal => throw new InvalidOperationException(refusal.Code));

    private static Refusal Refused<T>(Outcome<T> outcome) => outcome.Match(_ => throw new InvalidOperationException("Not refused."), refusal => refusal);

    private sealed class SampleHolder : IDeadlineHolder
    {
        public DeadlineAnswer? Answer { get; private set; }
        public int Calls { get; private set; }

        public Task<int> RecomputeAsync(WorkingCalendar calendar, Act act, CancellationToken cancel)
        {
            Calls++;
            Answer = Deadlines.Brief(_run, calendar, act.At);
            return Task.FromResult(1);
        }
    }

    private sealed class BrokenHolder : IDeadlineHolder
    {
        public Task<int> RecomputeAsync(WorkingCalendar calendar, Act act, CancellationToken cancel) => throw new InvalidOperationException("planted");
    }
}
