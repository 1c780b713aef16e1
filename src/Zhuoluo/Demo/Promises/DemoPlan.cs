using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Plans;

namespace Zhuoluo.Demo.Promises;

/// <summary>A theme plan as it went: issued on its day, its tasks done on theirs.</summary>
internal sealed class DemoPlan(DemoTools tools, PlanWords plan)
{
    private const int Hour = 17;

    public async Task MakeAsync(CancellationToken cancel)
    {
        var (handler, units) = (tools.Get<PlansHandler>(), tools.Offices.Units.Where(u => u.Kind == UnitKind.Department).ToList());
        tools.Clock.Set(plan.IssuedOn, Hour);
        // The units of the file are named without the place.
        string Full(string line) => line.Split('|') is [var text, var unit, .. var rest] ? string.Join('|', [text, units.First(u => u.Name.Contains(unit.Trim(), StringComparison.Ordinal)).Code, .. rest]) : line;
        var tasks = DemoTools.Must(PlanLines.Read(string.Join('\n', plan.Lines.Select(Full)), tools.Offices));
        var home = tools.Offices.Units.First(u => u.Kind == UnitKind.County).Id;
        DemoTools.Must(await handler.DraftAsync(new DraftPlan(plan.Code, plan.Name, plan.Year, home, tasks), tools.Operator(), cancel));
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        DemoTools.Must(await handler.IssueAsync(await db.Set<ThemePlan>().Where(p => p.Code == plan.Code).Select(p => p.Id).SingleAsync(cancel), tools.Operator(), cancel));
        foreach (var task in await db.Set<PlanTask>().AsNoTracking().Where(t => db.Set<ThemePlan>().Any(p => p.Id == t.PlanId && p.Code == plan.Code)).OrderBy(t => t.Serial).Take(plan.Done).ToListAsync(cancel))
        {
            tools.Clock.Set(task.DueOn ?? plan.IssuedOn.AddDays(10 * task.Serial), Hour);
            DemoTools.Must(await handler.MoveAsync(new MoveTask(task.Id, TaskState.Done) { Result = plan.Result }, tools.Operator(), cancel));
        }
    }
}
