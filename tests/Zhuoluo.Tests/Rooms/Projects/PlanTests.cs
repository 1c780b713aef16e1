using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Plans;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Projects;

/// <summary>Row A05: theme, aspects, tasks, each with a responsible unit.</summary>
public sealed class PlanTests
{
    private const string Lines = "学习教育\n专题党课 | 城管局 | 2026-03-31\n为民服务\n便民办理 | 清溪镇政府\n学习教育\n读书班 | 360821-03";

    [Theory, EachDatabase]
    public async Task A_plan_is_drafted_issued_and_its_units_tell_of_their_tasks(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var (handler, offices) = (house.Services.GetRequiredService<PlansHandler>(), house.Services.GetRequiredService<Offices>().Current);
        Assert.Equal(new PlanUnitUnknown(2, "没有的局"), PlanLines.Read("学习\n党课 | 没有的局", offices).Refused());
        Assert.Equal(new UnreadablePlanLine(1), PlanLines.Read("党课 | 城管局", offices).Refused());
        var draft = new DraftPlan("theme-2026", "主题教育", 2026, 1001, PlanLines.Read(Lines, offices).Made());
        Assert.IsType<NotPermitted>((await handler.DraftAsync(draft, house.ActAs(County.Handler), default)).Refused());
        (await handler.DraftAsync(draft with { Tasks = [] }, house.ActAs(County.Dispatcher), default)).Made();
        var id = await house.ReadAsync(r => r.Set<ThemePlan>().Select(p => p.Id).SingleAsync());
        Assert.IsType<PlanEmpty>((await handler.IssueAsync(id, house.ActAs(County.Dispatcher), default)).Refused());
        Assert.IsType<PlanTaken>((await handler.DraftAsync(draft, house.ActAs(County.Dispatcher), default)).Refused());
        (await handler.DraftAsync(draft with { Id = id }, house.ActAs(County.Dispatcher), default)).Made();
        (await handler.IssueAsync(id, house.ActAs(County.Dispatcher), default)).Made();
        Assert.IsType<PlanIssuedAlready>((await handler.DraftAsync(draft with { Id = id }, house.ActAs(County.Dispatcher), default)).Refused());

        // Tasks of one aspect stand together.
        var tasks = await house.ReadAsync(r => r.Set<PlanTask>().OrderBy(t => t.Serial).ToListAsync());
        Assert.Equal([(1, "专题党课"), (1, "读书班"), (2, "便民办理")], tasks.Select(t => (t.Aspect, t.Text)));
        Assert.IsType<NotPermitted>((await handler.MoveAsync(new MoveTask(tasks[2].Id, TaskState.UnderWay), house.ActAs(County.Handler), default)).Refused());
        Assert.IsType<Missing>((await handler.MoveAsync(new MoveTask(tasks[0].Id, TaskState.Done), house.ActAs(County.Handler), default)).Refused());
        (await handler.MoveAsync(new MoveTask(tasks[0].Id, TaskState.UnderWay), house.ActAs(County.Handler), default)).Made();
        (await handler.MoveAsync(new MoveTask(tasks[0].Id, TaskState.Done) { Result = "已讲" }, house.ActAs(County.Handler), default)).Made();
        Assert.IsType<TaskGoesOn>((await handler.MoveAsync(new MoveTask(tasks[0].Id, TaskState.UnderWay), house.ActAs(County.Handler), default)).Refused());
        var due = new DateOnly(2026, 3, 31);
        Assert.Equal((true, false), (tasks[0].IsOverdue(due.AddDays(1)), tasks[0].IsOverdue(due)));
        await house.DrainAsync();
        Assert.Equal(["plan.drafted", "plan.drafted", "plan.issued", "plan.task-moved", "plan.task-moved"], await house.ReadAsync(r => r.Set<LedgerEntry>().Where(e => e.Kind.StartsWith("plan.")).OrderBy(e => e.Idx).Select(e => e.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_plan_is_written_issued_and_told_of_on_its_pages()
    {
        await using var house = await StaffSite.OpenAsync();
        using var dispatcher = await house.Site.SignInAsync(Role.Dispatcher, Town.County.Id);
        using var head = await house.Site.SignInAsync(Role.UnitHead, Town.Housing.Id);
        var fields = new Dictionary<string, string> { ["Form.Code"] = "theme-2026", ["Form.Name"] = "主题教育", ["Form.UnitId"] = "2", ["Form.Tasks"] = "为民服务\n便民办理 | 没有的局" };
        var wrong = await dispatcher.PostFormAsync("/plans", fields);
        Assert.Contains("便民办理 | 没有的局", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        fields["Form.Tasks"] = $"为民服务\n便民办理 | {Town.Housing.Code}";
        Assert.Equal("/plans/theme-2026", (await dispatcher.PostFormAsync("/plans", fields)).Headers.Location!.OriginalString);
        Assert.Null((await head.PageAsync("/plans/theme-2026")).QuerySelector("main form"));
        Assert.NotNull((await dispatcher.PostFormAsync("/plans/theme-2026", [], "form[action*='handler=Issue']")).Headers.Location);
        Assert.NotNull((await head.PostFormAsync("/plans/theme-2026?task=1", new() { ["Form.Result"] = "办结" }, "form[action*='handler=Finish']")).Headers.Location);
        Assert.Contains("已完成1/1", (await dispatcher.PageAsync("/plans/theme-2026?state=done")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
