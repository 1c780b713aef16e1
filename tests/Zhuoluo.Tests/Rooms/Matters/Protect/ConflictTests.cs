using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Protect;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Rooms.Matters.Windows;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Protect;

/// <summary>A complaint does not go to whom it is about (rules F5.1, F5.2).</summary>
public sealed class ConflictTests
{
    [Theory]
    [InlineData("县行政审批局办证拖了三个月", 21, true)]
    [InlineData("社保一号窗口的人骂人", 21, true)]
    [InlineData("县行政审批局的人骂人", 22, true)]
    [InlineData("韩 局 长收红包", 21, true)]
    [InlineData("县行政审批局办证拖了三个月", 3, false)]
    [InlineData("梅溪镇的路灯坏了没人修", 5, false)]
    [InlineData("韩大伟收红包", 21, true)]
    [InlineData("高峰时段没有人", 21, false)]
    [InlineData("工作人员高峰态度恶劣", 21, true)]
    public async Task A_complaint_that_names_a_unit_or_its_staff_does_not_go_there(string text, long unitId, bool isRefused)
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        await house.InsertAsync([.. Staff(301, "韩大伟", WindowTown.Bureau), .. Staff(302, "高峰", WindowTown.Window)]);
        var receipt = await AcceptedAsync(house, text, MatterKind.Complaint);

        var refusal = await AssignAsync(house, receipt, unitId, Town.Dispatcher);

        Assert.Equal(isRefused ? "conflict-of-interest" : null, refusal?.Code);
    }

    [Fact]
    public async Task A_question_that_names_an_office_goes_there()
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        var receipt = await AcceptedAsync(house, "县行政审批局几点上班？", MatterKind.Consultation);

        Assert.Null(await AssignAsync(house, receipt, 21, Town.Dispatcher));
    }

    [Fact]
    public async Task Who_is_complained_of_cannot_act_on_it()
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        var receipt = await RegisterAsync(house, "李派单接电话骂人", MatterKind.Complaint);

        var outcome = await house.Services.GetRequiredService<IDeeds>().DoAsync(new Deed(receipt.MatterId, Verb.Accept, 0), house.ActAs(Town.Dispatcher), default);

        Assert.Equal("conflict-of-interest", outcome.Refused().Code);
    }

    [Theory, EachDatabase]
    public async Task Routed_to_the_supervisor_it_is_gone_for_the_line_and_for_who_sent_it(Db db)
    {
        await using var house = await WindowTown.OpenAsync(db);
        var receipt = await AcceptedAsync(house, "县行政审批局办证拖了三个月", MatterKind.Complaint);
        await house.DrainAsync();
        Assert.Single((await house.ReadAsync(r => MatterSearch.FindAsync(r, "拖了", 10, null, default))).Ids);

        (await house.Services.GetRequiredService<ProtectMatterHandler>().HandleAsync(
            new ProtectMatter(receipt.MatterId, WindowTown.Bureau.Id, null, "反映的就是该局"), house.ActAs(Town.Dispatcher), default)).Made();
        await house.DrainAsync();

        Assert.Empty((await house.ReadAsync(r => MatterSearch.FindAsync(r, "拖了", 10, null, default))).Ids);
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Publication>().CountAsync()));
        Assert.Equal(0, await house.ReadAsync(r => r.Set<UnitNotice>().CountAsync()));
        Assert.Equal((0, 0, 1), (await SeenAsync(house, Town.Dispatcher), await SeenAsync(house, WindowTown.BureauHead), await SeenAsync(house, WindowTown.Inspector)));
        Assert.Equal("conflict-of-interest", (await AssignAsync(house, receipt, 21, WindowTown.Inspector))?.Code);
        Assert.Null(await AssignAsync(house, receipt, WindowTown.Inspection.Id, WindowTown.Inspector));
    }

    [Theory, EachDatabase]
    public async Task A_waiver_needs_a_reason_and_another_supervisor(Db db)
    {
        await using var house = await WindowTown.OpenAsync(db);
        var receipt = await AcceptedAsync(house, "县行政审批局门口的台阶坏了，是投诉", MatterKind.Complaint, isConfidential: true);
        var circle = house.Services.GetRequiredService<CircleHandler>();

        Assert.Equal("missing", (await circle.HandleAsync(new AskWaiver(receipt.MatterId, 21, " "), house.ActAs(WindowTown.Inspector), default)).Refused().Code);
        Assert.Equal("not-permitted", (await circle.HandleAsync(new AskWaiver(receipt.MatterId, 21, "只是地点"), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        (await circle.HandleAsync(new AskWaiver(receipt.MatterId, 21, "只是地点"), house.ActAs(WindowTown.Inspector), default)).Made();
        var waiver = (await house.ReadAsync(r => r.Set<ConflictWaiver>().SingleAsync())).Id;
        Assert.Equal("same-person", (await circle.HandleAsync(new DecideWaiver(waiver, true), house.ActAs(WindowTown.Inspector), default)).Refused().Code);
        Assert.Equal("conflict-of-interest", (await AssignAsync(house, receipt, 21, Town.Dispatcher))?.Code);
        (await circle.HandleAsync(new DecideWaiver(waiver, true), house.ActAs(WindowTown.OtherInspector), default)).Made();

        Assert.Null(await AssignAsync(house, receipt, 21, Town.Dispatcher));
    }

    [Fact]
    public async Task Somebody_named_into_the_circle_sees_it_unless_they_stand_in_the_line()
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        await house.InsertAsync([.. Staff(301, "外请专家", Town.TownHall)]);
        var receipt = await AcceptedAsync(house, "县行政审批局办证拖了三个月", MatterKind.Complaint);
        (await house.Services.GetRequiredService<ProtectMatterHandler>().HandleAsync(
            new ProtectMatter(receipt.MatterId, WindowTown.Bureau.Id, null, "反映该局"), house.ActAs(Town.Dispatcher), default)).Made();
        var circle = house.Services.GetRequiredService<CircleHandler>();
        var expert = Town.Somebody(301, "外请专家", Role.Handler, Town.TownHall);
        Assert.Equal(0, await SeenAsync(house, expert));

        Assert.Equal("stands-in-line", (await circle.HandleAsync(
            new WidenCircle(receipt.MatterId, WindowTown.BureauHead.PersonId!.Value, "了解情况"), house.ActAs(WindowTown.Inspector), default)).Refused().Code);
        (await circle.HandleAsync(new WidenCircle(receipt.MatterId, 301, "协助核查"), house.ActAs(WindowTown.Inspector), default)).Made();

        Assert.Equal(1, await SeenAsync(house, expert));
    }

    private static async Task<Receipt> RegisterAsync(TestHouse house, string text, MatterKind kind, bool isConfidential = false) =>
        (await house.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(
            new RegisterMatter(kind, Channel.Web, text, "360821101201") { IsConfidential = isConfidential }, house.ActAs(Actor.Public), default)).Made();

    private static async Task<Receipt> AcceptedAsync(TestHouse house, string text, MatterKind kind, bool isConfidential = false)
    {
        var receipt = await RegisterAsync(house, text, kind, isConfidential);
        (await house.Services.GetRequiredService<IDeeds>().DoAsync(new Deed(receipt.MatterId, Verb.Accept, 0), house.ActAs(Town.Dispatcher), default)).Made();
        return receipt;
    }

    private static async Task<Refusal?> AssignAsync(TestHouse house, Receipt receipt, long unitId, Actor who) =>
        (await house.Services.GetRequiredService<IDeeds>().DoAsync(new Deed(receipt.MatterId, Verb.Assign, 0) { UnitId = unitId }, house.ActAs(who), default))
            .Match<Refusal?>(_ => null, r => r);

    private static Task<int> SeenAsync(TestHouse house, Actor who) =>
        house.ReadAsync(r => Sight.Of(who, house.Services.GetRequiredService<Offices>().Current).Seen(r).CountAsync());

    private static object[] Staff(long id, string name, Unit unit) =>
    [
        WindowTown.Person(Town.Somebody(id, name, Role.Handler, unit)),
        new RoleAssignment { Id = id + 1000, PersonId = id, Role = Role.Handler, UnitId = unit.Id, From = new DateOnly(2020, 1, 1), Kind = AssignmentKind.Regular },
    ];
}
