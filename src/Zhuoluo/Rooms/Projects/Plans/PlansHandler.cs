using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Plans;

/// <summary>Drafts a plan, issues it, and lets units tell of their tasks (row A05).</summary>
internal sealed class PlansHandler(Writer writer, Offices offices)
{
    /// <summary>Answers with the code.</summary>
    public Task<Outcome<string>> DraftAsync(DraftPlan asked, Act act, CancellationToken cancel) => writer.WriteAsync<string>(act, async work =>
    {
        if (PlanRules.Decide(asked, offices.Current, act).IsRefused(out var refusal, out var decided))
        {
            return refusal;
        }
        var plan = decided.Id is { } id ? await work.Db.Set<ThemePlan>().SingleOrDefaultAsync(p => p.Id == id, cancel) : null;
        if (decided.Id is not null && plan is null)
        {
            return new NotFound("plan");
        }
        if (plan?.IssuedOn is not null)
        {
            return new PlanIssuedAlready();
        }
        if (plan is not null && decided.ExpectedVersion != 0 && decided.ExpectedVersion != plan.Version)
        {
            return new ChangedMeanwhile("", act.At);
        }
        if (plan is null && await work.Db.Set<ThemePlan>().AnyAsync(p => p.Code == decided.Code, cancel))
        {
            return new PlanTaken();
        }
        return await ApplyAsync(work, plan, decided, cancel);
    }, cancel);

    /// <summary>From now on it does not change, and its tasks are owed.</summary>
    public Task<Outcome<string>> IssueAsync(long planId, Act act, CancellationToken cancel) => writer.WriteAsync<string>(act, async work =>
    {
        if (await work.Db.Set<ThemePlan>().SingleOrDefaultAsync(p => p.Id == planId, cancel) is not { } plan)
        {
            return new NotFound("plan");
        }
        var tasks = await work.Db.Set<PlanTask>().Where(t => t.PlanId == planId).ToListAsync(cancel);
        if (PlanRules.Refuse(plan, tasks.Count, act) is { } refusal)
        {
            return refusal;
        }
        (plan.IssuedOn, plan.Version) = (LocalDay.Of(act.At), plan.Version + 1);
        foreach (var task in tasks)
        {
            (task.State, task.Version) = (TaskState.Issued, task.Version + 1);
        }
        work.Record(new PlanIssuedV1(new Code(plan.Code), tasks.Select(t => t.Aspect).Distinct().Count(), tasks.Count, plan.IssuedOn.Value), new Subject("plan", plan.Id));
        return plan.Code;
    }, cancel);

    public Task<Outcome<Done>> MoveAsync(MoveTask asked, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (await work.Db.Set<PlanTask>().SingleOrDefaultAsync(t => t.Id == asked.Id, cancel) is not { } task)
        {
            return new NotFound("task");
        }
        if (PlanRules.Decide(task, asked, offices.Current, act).IsRefused(out var refusal, out var decided))
        {
            return refusal;
        }
        var from = task.State;
        (task.State, task.Result, task.Version) = (decided.To, decided.Result ?? task.Result, task.Version + 1);
        task.DoneOn = decided.To == TaskState.Done ? decided.On : null;
        var code = await work.Db.Set<ThemePlan>().Where(p => p.Id == task.PlanId).Select(p => p.Code).SingleAsync(cancel);
        work.Record(new PlanTaskMovedV1(new Code(code), task.Serial, Code.OrNull(offices.Current.Unit(task.UnitId)?.Code), from, task.State, decided.On!.Value), new Subject("plan", task.PlanId));
        return Done.Value;
    }, cancel);

    private static async Task<string> ApplyAsync(Work work, ThemePlan? before, DraftPlan asked, CancellationToken cancel)
    {
        var plan = before ?? new ThemePlan { Id = work.Act.NewId(), Code = asked.Code, Name = asked.Name, Year = asked.Year, UnitId = asked.UnitId, Version = 0 };
        (plan.Name, plan.UnitId, plan.Version) = (asked.Name, asked.UnitId, plan.Version + 1);
        if (before is null)
        {
            work.Db.Add(plan);
        }
        await work.RunAsync("DELETE FROM plan_task WHERE plan_id = $1", cancel, plan.Id);
        var aspects = asked.Tasks.Select(t => t.Aspect).Distinct().ToList();
        // Tasks of one aspect stand together, however they were typed.
        work.Db.AddRange(asked.Tasks.OrderBy(t => aspects.IndexOf(t.Aspect)).Select((t, i) => new PlanTask
        {
            Id = work.Act.NewId(),
            PlanId = plan.Id,
            Aspect = aspects.IndexOf(t.Aspect) + 1,
            AspectName = t.Aspect.Trim(),
            Serial = i + 1,
            Text = t.Text.Trim(),
            UnitId = t.UnitId,
            DueOn = t.DueOn,
            State = TaskState.Drafted,
        }));
        work.Record(new PlanDraftedV1(new Code(plan.Code), aspects.Count, asked.Tasks.Count, before is not null), new Subject("plan", plan.Id));
        return plan.Code;
    }
}
