using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Plans;

/// <summary>A draft as somebody wants it: new without an id, written anew with one.</summary>
internal sealed record DraftPlan(string Code, string Name, int Year, long UnitId, IReadOnlyList<NewTask> Tasks)
{
    public long? Id { get; init; }
    public int ExpectedVersion { get; init; }
}

/// <param name="Aspect">Name of the aspect; tasks of one stand together.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="UnitId">The responsible unit.</param>
/// <param name="DueOn">Until when, where it is said.</param>
internal sealed record NewTask(string Aspect, string Text, long UnitId, DateOnly? DueOn);

/// <summary>The unit begins a task or says that it is done.</summary>
internal sealed record MoveTask(long Id, TaskState To)
{
    public string? Result { get; init; }
    public DateOnly? On { get; init; }
    public int ExpectedVersion { get; init; }
}

internal sealed record PlanTaken() : Refusal("plan-taken")
{
    public override string? Field => "Code";
}

/// <summary>What was issued does not change.</summary>
internal sealed record PlanIssuedAlready() : Refusal("plan-issued-already");

/// <summary>A plan without a task cannot be issued.</summary>
internal sealed record PlanEmpty() : Refusal("plan-empty")
{
    public override string? Field => "Tasks";
}

/// <summary>A task goes from issued to under way to done.</summary>
internal sealed record TaskGoesOn(TaskState State) : Refusal("task-goes-on")
{
    public override IReadOnlyList<object> Arguments => [new TextKey("project.plan.state." + Word.Of(State))];
}

internal static class PlanRules
{
    public static Outcome<DraftPlan> Decide(DraftPlan asked, OfficesSnapshot offices, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageProjects))
        {
            return new NotPermitted();
        }
        if (PlainText.Require(asked.Name, nameof(asked.Name), ThemePlan.LongestName).IsRefused(out var refusal, out var name))
        {
            return refusal;
        }
        var words = asked.Tasks.SelectMany(t => new[] { t.Aspect, t.Text });
        return Code.OrNull(asked.Code) is null ? new UnknownValue(nameof(asked.Code))
            : asked.Year is < 1949 or > 2200 ? new UnknownValue(nameof(asked.Year))
            : offices.Unit(asked.UnitId) is null ? new UnknownValue(nameof(asked.UnitId))
            : asked.Tasks.Count > ThemePlan.MostTasks ? new TooLong(nameof(asked.Tasks), ThemePlan.MostTasks)
            : asked.Tasks.Any(t => offices.Unit(t.UnitId) is null) || words.Any(w => PlainText.Require(w, nameof(asked.Tasks), PlanTask.LongestText).IsRefused(out _, out _)) ? new UnknownValue(nameof(asked.Tasks))
            : asked with { Name = name };
    }

    /// <summary>Null where it may be issued now.</summary>
    public static Refusal? Refuse(ThemePlan plan, int tasks, Act act) =>
        !Permissions.May(act.Who, Capability.ManageProjects) ? new NotPermitted()
        : plan.IssuedOn is not null ? new PlanIssuedAlready()
        : tasks == 0 ? new PlanEmpty()
        : null;

    public static Outcome<MoveTask> Decide(PlanTask task, MoveTask asked, OfficesSnapshot offices, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageProjects) && !Permissions.May(act.Who, Capability.HandleProject, offices.Unit(task.UnitId)?.Path ?? "/"))
        {
            return new NotPermitted();
        }
        if (asked.ExpectedVersion != 0 && asked.ExpectedVersion != task.Version)
        {
            return new ChangedMeanwhile("", act.At);
        }
        var isNext = (task.State, asked.To) is (TaskState.Issued, TaskState.UnderWay) or (TaskState.Issued or TaskState.UnderWay, TaskState.Done);
        if (!isNext)
        {
            return new TaskGoesOn(task.State);
        }
        if (PlainText.Read(asked.Result, nameof(asked.Result), PlanTask.LongestText).IsRefused(out var refusal, out var result))
        {
            return refusal;
        }
        var today = LocalDay.Of(act.At);
        return asked.To == TaskState.Done && result is null ? new Missing(nameof(asked.Result))
            : asked.On > today ? new DayInFuture(nameof(asked.On))
            : asked with { Result = result, On = asked.On ?? today };
    }
}
