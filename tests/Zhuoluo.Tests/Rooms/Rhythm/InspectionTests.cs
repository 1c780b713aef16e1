using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class InspectionTests
{
    [Theory, EachDatabase]
    public async Task A_check_needs_a_basis_and_another_s_approval_and_a_reason_where_one_is_near(Db db)
    {
        await using var house = await CadenceTests.OpenAsync(db);
        var handler = house.Services.GetRequiredService<InspectionsHandler>();
        var today = LocalDay.Of(house.Acts.Now);
        var good = new AskInspection(InspectionKind.Special, Town.Housing.Id, Town.Hotline.Id, "老旧供水管网", "县政府常务会议〔2026〕3号", today.AddDays(5), null);
        Task<Outcome<long>> Ask(AskInspection wanted) => handler.AskAsync(wanted, house.ActAs(Town.Dispatcher), default);
        Assert.Equal("not-permitted", (await handler.AskAsync(good, house.ActAs(Town.HousingHead), default)).Refused().Code);
        Assert.Equal("missing", (await Ask(good with { Basis = " " })).Refused().Code);
        Assert.Equal("missing", (await Ask(good with { Kind = 0 })).Refused().Code);
        Assert.Equal("inspection-planned-past", (await Ask(good with { PlannedOn = today.AddDays(-1) })).Refused().Code);
        var first = (await Ask(good)).Made();
        // The ninetieth day is near, the ninety-first is not; another topic or unit never is (rules A9.3).
        Assert.Equal("inspection-overlaps", (await Ask(good with { PlannedOn = today.AddDays(95) })).Refused().Code);
        (await Ask(good with { PlannedOn = today.AddDays(96) })).Made();
        (await Ask(good with { Topic = "物业收费" })).Made();
        (await Ask(good with { UnitId = Town.TownHall.Id })).Made();
        var second = (await Ask(good with { PlannedOn = today.AddDays(6), OverlapReason = "群众再次反映" })).Made();
        Assert.Equal((2, "群众再次反映"), await house.ReadAsync(r => r.Set<Inspection>().Where(i => i.Id == second).Select(i => new ValueTuple<int, string?>(i.Overlaps, i.OverlapReason)).SingleAsync()));

        Assert.Equal("inspection-not-so", (await handler.ConcludeAsync(new ConcludeInspection(first, today, "查", [], 0), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        Assert.Equal("same-person", (await handler.DecideAsync(new DecideInspection(first, true, null, 0), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        Assert.Equal("not-permitted", (await handler.DecideAsync(new DecideInspection(first, true, null, 0), house.ActAs(Town.Leader), default)).Refused().Code);
        Assert.Equal("missing", (await handler.DecideAsync(new DecideInspection(second, false, null, 0), house.ActAs(Town.Supervisor), default)).Refused().Code);
        Assert.Equal(InspectionState.Declined, (await handler.DecideAsync(new DecideInspection(second, false, "并入第一次", 0), house.ActAs(Town.Supervisor), default)).Made().State);
        Assert.Equal(InspectionState.Approved, (await handler.DecideAsync(new DecideInspection(first, true, null, 1), house.ActAs(Town.Supervisor), default)).Made().State);
        Assert.Equal("inspection-not-so", (await handler.DecideAsync(new DecideInspection(first, true, null, 0), house.ActAs(Town.Supervisor), default)).Refused().Code);
    }

    [Theory, EachDatabase]
    public async Task Findings_become_decisions_and_who_concluded_does_not_rule_on_the_objection(Db db)
    {
        await using var house = await CadenceTests.OpenAsync(db);
        var handler = house.Services.GetRequiredService<InspectionsHandler>();
        var today = LocalDay.Of(house.Acts.Now);
        var (right, late) = (await ConcludedAsync(house), await ConcludedAsync(house, "物业收费"));
        var decision = await house.ReadAsync(r => r.Set<Decision>().OrderBy(d => d.Id).FirstAsync());
        Assert.Equal(("补做三处漏点", Town.Housing.Id, today.AddDays(10)), (decision.Text, decision.UnitId, decision.DueOn));

        Assert.Equal("not-permitted", (await handler.ObjectAsync(new ObjectToInspection(right, "漏点不属我局", 0), house.ActAs(Town.Supervisor), default)).Refused().Code);
        house.Clock.Advance(TimeSpan.FromDays(Inspection.DaysToObject));
        (await handler.ObjectAsync(new ObjectToInspection(right, "漏点不属我局", 0), house.ActAs(Town.HousingHead), default)).Made();
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("objection-too-late", (await handler.ObjectAsync(new ObjectToInspection(late, "不服", 0), house.ActAs(Town.HousingHead), default)).Refused().Code);
        Assert.Equal("same-person", (await handler.RuleAsync(new RuleOnInspection(right, true, "属实", 0), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        Assert.Equal("inspection-not-so", (await handler.RuleAsync(new RuleOnInspection(late, true, "属实", 0), house.ActAs(Town.Supervisor), default)).Refused().Code);
        Assert.Equal(InspectionState.Ruled, (await handler.RuleAsync(new RuleOnInspection(right, true, "权属在供水公司", 0), house.ActAs(Town.Supervisor), default)).Made().State);
        // Where the unit was right nothing is left to be carried out.
        Assert.Equal("权属在供水公司", await house.ReadAsync(r => r.Set<Decision>().Where(d => d.Id == decision.Id).Select(d => d.Evidence).SingleAsync()));
        Assert.Equal(1, await house.ReadAsync(r => r.Set<Decision>().CountAsync(d => d.DoneOn == null)));
    }

    [Fact]
    public async Task A_unit_sees_nothing_before_it_is_concluded()
    {
        await using var house = await StaffSite.OpenAsync();
        var site = house.Site;
        using var dispatcher = await site.SignInAsync(Role.Dispatcher, Town.County.Id);
        using var supervisor = await site.SignInAsync(Role.Supervisor, Town.County.Id);
        using var head = await site.SignInAsync(Role.UnitHead, Town.Housing.Id);
        var page = Redirected(await dispatcher.PostFormAsync("/inspections", new() { ["Form.UnitId"] = "3", ["Form.OfficeId"] = "2", ["Form.Topic"] = "供水管网", ["Form.Basis"] = "常务会议3号" }));
        Assert.Null((await dispatcher.PageAsync(page)).QuerySelector("form[action*='handler=Decide']"));
        Redirected(await supervisor.PostFormAsync(page, new() { ["yes"] = "true" }, "form[action*='handler=Decide']"));
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(page)).StatusCode);
        Assert.DoesNotContain("供水管网", await head.GetStringAsync("/api/v1/inspections"), StringComparison.Ordinal);
        Redirected(await dispatcher.PostFormAsync(page, new() { ["Form.Conclusion"] = "三处漏点", ["Form.Findings[0].Text"] = "补做", ["Form.Findings[0].DueOn"] = "2026-03-20" }, "form[action*='handler=Conclude']"));
        Redirected(await head.PostFormAsync(page, new() { ["Said.Text"] = "已修两处" }, "form[action*='handler=Object']"));
        Redirected(await supervisor.PostFormAsync(page, new() { ["Said.Text"] = "仍有一处", ["yes"] = "false" }, "form[action*='handler=Rule']"));
        Assert.Contains("仍有一处", (await head.PageAsync(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"ruled\"", await head.GetStringAsync("/api/v1/inspections"), StringComparison.Ordinal);
    }

    private static async Task<long> ConcludedAsync(TestHouse house, string topic = "老旧供水管网")
    {
        var handler = house.Services.GetRequiredService<InspectionsHandler>();
        var today = LocalDay.Of(house.Acts.Now);
        var id = (await handler.AskAsync(new AskInspection(InspectionKind.Routine, Town.Housing.Id, Town.Hotline.Id, topic, "县长批示", today, null), house.ActAs(Town.Dispatcher), default)).Made();
        (await handler.DecideAsync(new DecideInspection(id, true, null, 0), house.ActAs(Town.Supervisor), default)).Made();
        Assert.Equal("due-before-made", (await handler.ConcludeAsync(new ConcludeInspection(id, today, "查", [new TalkItem("补", null)], 0), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        (await handler.ConcludeAsync(new ConcludeInspection(id, today, "三处漏点未处理", [new TalkItem("补做三处漏点", today.AddDays(10))], 0), house.ActAs(Town.Dispatcher), default)).Made();
        return id;
    }

    private static string Redirected(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
