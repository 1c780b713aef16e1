using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Backlogs;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Backlogs;

public sealed class BacklogTests
{
    [Theory, EachDatabase]
    public async Task A_list_comes_down_day_by_day_and_every_number_is_counted_from_the_matters(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var today = new DateOnly(2026, 3, 2);
        // The shape of figures S2-008 to S2-010: hold-outs of up to twenty years, cleared in a drive.
        var lines = Enumerable.Range(0, 8).Select(i => new BulkMatter(MatterKind.Help, Channel.Window, $"征收遗留第{i}户", County.Village, new DateOnly(2026, 2, 1), i < 6 ? MatterState.Closed : MatterState.InProgress)
        {
            Outcome = i < 5 ? MatterOutcome.Solved : i == 5 ? MatterOutcome.Explained : MatterOutcome.None,
            ClosedOn = i < 6 ? new DateOnly(2026, 2, 20).AddDays(i) : null,
            ResultText = i < 6 ? "已安置" : null,
            LeadUnitId = County.BureauId,
        }).ToList();
        var done = (await house.Services.GetRequiredService<RegisterManyHandler>().HandleAsync(lines, house.System(), default)).Made();
        house.Clock.Set(new DateTimeOffset(2026, 2, 15, 2, 0, 0, TimeSpan.Zero));
        var list = await OpenAsync(house);
        var entered = (await EnterAsync(house, list, [.. done.Matters.Select((m, i) => new BacklogCase(new DateOnly(2006 + (i * 2), 5, 1), m.Number, null, null))])).Made();
        (await house.Services.GetRequiredService<KeepBacklogHandler>().HandleAsync(
            new BeginSprint(list, "清零攻坚", new DateOnly(2026, 2, 16), new DateOnly(2026, 3, 27), 0), house.ActAs(County.Dispatcher), default)).Made();

        var figures = await house.ReadAsync(r => BacklogFigures.ReadAsync(r, r.Set<Matter>(), list, default));
        Assert.Equal((8, 8, 2, 6, 5, 0), (entered, figures.Total, figures.Left, figures.Cleared, figures.Solved, figures.Otherwise));
        Assert.Equal(new DateOnly(2006, 5, 1), figures.Lines[0].StartedOn);
        Assert.Equal(19, figures.Lines[0].Years(today));
        var days = figures.Days(new DateOnly(2026, 2, 16), new DateOnly(2026, 3, 27), today);
        Assert.Equal((15, 8, 2), (days.Count, days[0].Left, days[^1].Left));
        Assert.Equal(6, days.Sum(d => d.Cleared));
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(pair.First.Left - pair.Second.Cleared - pair.Second.Otherwise + pair.Second.Entered, pair.Second.Left));
        Assert.Equal([(BacklogAge.Five, 2), (BacklogAge.Ten, 0)], figures.Ages(today).Where(a => a.Age is BacklogAge.Five or BacklogAge.Ten).Select(a => (a.Age, a.Count)));
        Assert.Equal(figures.Left, figures.Ages(today).Sum(a => a.Count));
        var plan = figures.Plan(new Sprint { Id = 1, BacklogId = list, Name = "", From = new DateOnly(2026, 2, 16), To = new DateOnly(2026, 3, 27), Target = 0 }, 40);
        Assert.Equal((8L, 0L), (plan[0], plan[^1]));
    }

    [Theory, EachDatabase]
    public async Task Text_alone_is_registered_as_a_matter_and_what_stands_there_already_is_not_entered_twice(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var list = await OpenAsync(house);
        var cases = TypedLines.Read("2006-05-01 老城区征收补偿未兑现\n\n2011/3 安置房未办证", County.Village).Made();
        Assert.Equal(2, (await EnterAsync(house, list, cases)).Made());
        var number = await house.ReadAsync(r => r.Set<Matter>().OrderBy(m => m.Id).Select(m => m.Number).FirstAsync());
        Assert.Equal(0, (await EnterAsync(house, list, [new BacklogCase(new DateOnly(2006, 5, 1), number, null, null)])).Made());
        Assert.Equal("no-such-case", (await EnterAsync(house, list, [new BacklogCase(new DateOnly(2006, 5, 1), "2026-999999", null, null)])).Refused().Code);
        Assert.Equal("day-in-future", (await EnterAsync(house, list, [new BacklogCase(new DateOnly(2036, 5, 1), number, null, null)])).Refused().Code);
    }

    [Theory, EachDatabase]
    public async Task One_bad_line_lets_none_in_and_a_confidential_matter_stands_on_no_list(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var list = await OpenAsync(house);
        var open = await County.RegisterAsync(house);
        var secret = await County.RegisterAsync(house, County.Matter() with { IsConfidential = true });
        var refused = await EnterAsync(house, list, [new BacklogCase(new DateOnly(2020, 1, 1), open.Number, null, null), new BacklogCase(new DateOnly(2020, 1, 1), secret.Number, null, null)]);
        Assert.Equal(new NoSuchCase(secret.Number), refused.Refused());
        Assert.Equal(0, await house.ReadAsync(r => r.Set<BacklogItem>().CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Taken_off_with_a_reason_it_counts_nowhere(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var list = await OpenAsync(house);
        var receipt = await County.RegisterAsync(house);
        await EnterAsync(house, list, [new BacklogCase(new DateOnly(2020, 1, 1), receipt.Number, null, null)]);
        var item = await house.ReadAsync(r => r.Set<BacklogItem>().SingleAsync());
        var handler = house.Services.GetRequiredService<EnterBacklogHandler>();
        Assert.Equal("missing", (await handler.HandleAsync(new RemoveFromBacklog(item.Id, " "), house.ActAs(County.Dispatcher), default)).Refused().Code);
        (await handler.HandleAsync(new RemoveFromBacklog(item.Id, "不符合口径"), house.ActAs(County.Dispatcher), default)).Made();
        Assert.Empty((await house.ReadAsync(r => BacklogFigures.ReadAsync(r, r.Set<Matter>(), list, default))).Lines);
    }

    [Theory, EachDatabase]
    public async Task Only_who_manages_lists_may_and_sprints_do_not_overlap(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var list = await OpenAsync(house);
        var keep = house.Services.GetRequiredService<KeepBacklogHandler>();
        var sprint = new BeginSprint(list, "攻坚", new DateOnly(2026, 3, 1), new DateOnly(2026, 6, 1), 0);
        Assert.IsType<NotPermitted>((await keep.HandleAsync(sprint, house.ActAs(County.Handler), default)).Refused());
        Assert.IsType<NotPermitted>((await EnterAsync(house, list, [], County.Handler)).Refused());
        (await keep.HandleAsync(sprint, house.ActAs(County.Dispatcher), default)).Made();
        Assert.Equal("sprint-overlaps", (await keep.HandleAsync(sprint with { From = new DateOnly(2026, 6, 1), To = new DateOnly(2026, 7, 1) }, house.ActAs(County.Dispatcher), default)).Refused().Code);
        Assert.Equal("sprint-too-long", (await keep.HandleAsync(sprint with { From = new DateOnly(2027, 1, 1), To = new DateOnly(2029, 1, 1) }, house.ActAs(County.Dispatcher), default)).Refused().Code);
    }

    [Theory]
    [InlineData("2006-05-01 2026-000123", "2026-000123", null)]
    [InlineData("2006-05,老城区补偿", null, "老城区补偿")]
    [InlineData("2006　老城区 补偿", null, "老城区 补偿")]
    public void Lines_are_a_day_and_a_number_or_text(string line, string? number, string? text)
    {
        var one = Assert.Single(TypedLines.Read(line, County.Village).Made());
        Assert.Equal((number, text, 2006), (one.Number, one.Text, one.StartedOn.Year));
    }

    [Theory]
    [InlineData("老城区补偿")]
    [InlineData("2006-13-01 补偿")]
    [InlineData("2006-05-01")]
    public void A_line_that_cannot_be_read_is_named(string line) =>
        Assert.Equal(new UnreadableLine(2), TypedLines.Read("2006-05-01 好\n" + line, County.Village).Refused());

    private static async Task<long> OpenAsync(TestHouse house) => (await house.Services.GetRequiredService<KeepBacklogHandler>().HandleAsync(
        new KeepBacklog("holdouts", "征迁滞留户", County.BureauId, "2022年底前协议户", "有协议") { IsPublic = true }, house.ActAs(County.Dispatcher), default)).Made();

    private static Task<Outcome<int>> EnterAsync(TestHouse house, long list, IReadOnlyList<BacklogCase> cases, Actor? who = null) =>
        house.Services.GetRequiredService<EnterBacklogHandler>().HandleAsync(new EnterBacklog(list, cases), house.ActAs(who ?? County.Dispatcher), default);
}
