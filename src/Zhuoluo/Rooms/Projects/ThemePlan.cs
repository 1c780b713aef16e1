namespace Zhuoluo.Rooms.Projects;

/// <summary>A plan under one theme (row A05): aspects, and under each of them tasks, each with one responsible unit. Issued, it does not change any more; its tasks go on.</summary>
internal sealed class ThemePlan
{
    public const int LongestName = 80;
    public const int MostTasks = 200;

    public required long Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required int Year { get; init; }

    /// <summary>The office that keeps it.</summary>
    public required long UnitId { get; set; }

    /// <summary>Null: a draft.</summary>
    public DateOnly? IssuedOn { get; set; }
    public int Version { get; set; } = 1;
}

internal sealed class PlanTask
{
    public const int LongestText = 200;

    public required long Id { get; init; }
    public required long PlanId { get; init; }

    /// <summary>Which aspect, in the order of the plan.</summary>
    public required int Aspect { get; init; }
    public required string AspectName { get; init; }

    /// <summary>Counted through the whole plan.</summary>
    public required int Serial { get; init; }
    public required string Text { get; init; }
    public required long UnitId { get; init; }
    public DateOnly? DueOn { get; init; }
    public required TaskState State { get; set; }
    public DateOnly? DoneOn { get; set; }

    /// <summary>What was done.</summary>
    public string? Result { get; set; }
    public int Version { get; set; } = 1;

    public bool IsOverdue(DateOnly today) => State is TaskState.Issued or TaskState.UnderWay && DueOn < today;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum TaskState { Drafted = 1, Issued = 2, UnderWay = 3, Done = 4 }

internal static class TaskStates
{
    public static string Tone(this TaskState state) => state switch
    {
        TaskState.Drafted => "plain",
        TaskState.Issued => "wait",
        TaskState.UnderWay => "busy",
        _ => "good",
    };
}
