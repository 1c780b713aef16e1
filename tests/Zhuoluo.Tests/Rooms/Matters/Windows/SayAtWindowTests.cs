using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Windows;
using Zhuoluo.Rooms.Matters.Windows.Say;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Windows;

public sealed class SayAtWindowTests
{
    [Theory, EachDatabase]
    public async Task A_message_lands_with_the_supervisor_within_the_limit_of_window_supervision(Db db)
    {
        await using var house = await WindowTown.OpenAsync(db);
        var receipt = await SayAsync(house);

        var matter = await house.ReadAsync(r => r.Set<Matter>().SingleAsync());
        var shield = await house.ReadAsync(r => r.Set<Shield>().SingleAsync());

        Assert.True(matter.IsConfidential);
        Assert.Equal((WindowTown.Inspection.Id, SayAtWindowHandler.Profile), (matter.LeadUnitId, matter.ProfileCode));
        Assert.Equal((WindowTown.Window.Id, WindowTown.Inspection.Id), (shield.TargetUnitId, shield.SupervisorUnitId));
        // Said on Monday at nine; one working day ends on Tuesday.
        Assert.Equal(new DateOnly(2026, 3, 3), LocalDay.Of(receipt.DueAt!.Value.AddTicks(-1)));
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Publication>().CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task The_line_of_the_window_sees_nothing_and_its_circle_does(Db db)
    {
        await using var house = await WindowTown.OpenAsync(db);
        await SayAsync(house);
        Actor[] outside =
        [
            WindowTown.WindowClerk, WindowTown.BureauHead, WindowTown.BureauDispatcher, WindowTown.BureauSupervisor,
            Town.Dispatcher, Town.Auditor, Town.Leader, Town.HousingHead, Town.Administrator,
        ];

        foreach (var who in outside)
        {
            Assert.Equal(0, await SeenAsync(house, who));
        }
        Assert.Equal(1, await SeenAsync(house, WindowTown.Inspector));
        Assert.Equal(1, await SeenAsync(house, WindowTown.OtherInspector));
    }

    [Theory, EachDatabase]
    public async Task Queries_and_deeds_agree_on_who_knows(Db db)
    {
        await using var house = await WindowTown.OpenAsync(db);
        var receipt = await SayAsync(house);
        foreach (var who in (Actor[])[WindowTown.WindowClerk, WindowTown.BureauHead, WindowTown.BureauDispatcher, WindowTown.BureauSupervisor, Town.Dispatcher, WindowTown.Inspector, WindowTown.OtherInspector, Town.Auditor])
        {
            var refusal = await DoAsync(house, new Deed(receipt.MatterId, Verb.Urge, 0) { Reason = "请快办" }, who);
            Assert.Equal(await SeenAsync(house, who) == 1, refusal?.Code != "not-found");
        }
    }

    [Theory, EachDatabase]
    public async Task The_supervisor_answers_at_once_and_the_sender_can_read_it(Db db)
    {
        await using var house = await WindowTown.OpenAsync(db);
        var receipt = await SayAsync(house);

        Assert.Null(await DoAsync(house, new Deed(receipt.MatterId, Verb.AnswerAtOnce, 0) { Text = "已核实，窗口人员已道歉并整改。", Outcome = MatterOutcome.Solved }, WindowTown.Inspector));

        Assert.Equal(MatterState.Closed, await house.ReadAsync(r => r.Set<Matter>().Select(m => m.State).SingleAsync()));
        Assert.True((await house.ReadAsync(r => r.Set<Answer>().SingleAsync())).IsApproved);
    }

    [Fact]
    public async Task The_same_form_twice_is_one_message()
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        var token = await WindowTown.TokenAsync(house.Services, house.System());
        var command = new SayAtWindow(token, Tone.Complaint, "排队两小时没人理") { OnceKey = "k1" };

        var first = (await HandleAsync(house, command)).Made();
        var second = (await HandleAsync(house, command)).Made();

        Assert.Equal(first.Number, second.Number);
        Assert.Equal(1, await house.ReadAsync(r => r.Set<WindowMessage>().CountAsync()));
    }

    [Fact]
    public async Task An_old_code_and_an_invented_one_take_nothing()
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        var old = await WindowTown.TokenAsync(house.Services, house.System());
        await WindowTown.TokenAsync(house.Services, house.System());

        Assert.Equal("unknown-window-code", (await HandleAsync(house, new SayAtWindow(old, Tone.Praise, "服务真好"))).Refused().Code);
        Assert.Equal("unknown-window-code", (await HandleAsync(house, new SayAtWindow("ABCDEFGHJKMNPQRS", Tone.Praise, "服务真好"))).Refused().Code);
        Assert.Equal([1, 2], await house.ReadAsync(r => r.Set<WindowCode>().OrderBy(c => c.Id).Select(c => c.Edition).ToListAsync()));
    }

    [Fact]
    public async Task Without_a_supervisor_nothing_is_taken_that_would_land_with_the_window()
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);
        await WindowTown.MoveInAsync(house.Services, house.System());
        var token = await WindowTown.TokenAsync(house.Services, house.System());

        Assert.Equal("no-supervisor", (await HandleAsync(house, new SayAtWindow(token, Tone.Complaint, "态度差"))).Refused().Code);
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Matter>().CountAsync()));
    }

    [Fact]
    public async Task Only_an_administrator_gives_codes_and_only_to_windows()
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        var handler = house.Services.GetRequiredService<IssueWindowCodesHandler>();

        Assert.Equal("not-permitted", (await handler.HandleAsync(new IssueWindowCodes([WindowTown.Window.Id]), house.ActAs(WindowTown.BureauHead), default)).Refused().Code);
        Assert.Equal("no-window", (await handler.HandleAsync(new IssueWindowCodes([WindowTown.Bureau.Id]), house.ActAs(Town.Administrator), default)).Refused().Code);
    }

    private static async Task<Receipt> SayAsync(TestHouse house) => (await HandleAsync(house, new SayAtWindow(
        await WindowTown.TokenAsync(house.Services, house.System()), Tone.Complaint, "排队两小时没人理，问话不答。"))).Made();

    private static Task<Outcome<Receipt>> HandleAsync(TestHouse house, SayAtWindow command) =>
        house.Services.GetRequiredService<SayAtWindowHandler>().HandleAsync(command, house.ActAs(Actor.Public), default);

    private static Task<int> SeenAsync(TestHouse house, Actor who) =>
        house.ReadAsync(r => Sight.Of(who, house.Services.GetRequiredService<Offices>().Current).Seen(r).CountAsync());

    private static async Task<Refusal?> DoAsync(TestHouse house, Deed deed, Actor who) =>
        (await house.Services.GetRequiredService<IDeeds>().DoAsync(deed, house.ActAs(who), default)).Match<Refusal?>(_ => null, r => r);
}
