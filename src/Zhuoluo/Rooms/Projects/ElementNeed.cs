namespace Zhuoluo.Rooms.Projects;

/// <summary>What a project needs from somebody else to go on (row H08): land, energy, people, money, a permit. One unit answers it by a day.</summary>
internal sealed class ElementNeed
{
    public const int LongestText = 500;

    public required long Id { get; init; }
    public required long ProjectId { get; init; }
    public required ElementKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>The unit of the project, which asks.</summary>
    public required long AskedById { get; init; }
    public required DateOnly AskedOn { get; init; }

    /// <summary>The unit that is to see to it; null until somebody gave it to one.</summary>
    public long? UnitId { get; set; }
    public required DateOnly DueOn { get; set; }
    public required NeedState State { get; set; }

    /// <summary>What was done, or why not.</summary>
    public string? Answer { get; set; }
    public DateOnly? AnsweredOn { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }
    public required string UpdatedBy { get; set; }
    public int Version { get; set; } = 1;

    public bool IsOpen => State is NeedState.Asked or NeedState.Assigned;

    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum ElementKind { Land = 1, Energy = 2, Labour = 3, Funds = 4, Approval = 5, Other = 6 }

/// <summary>Numbers are stored; never renumber.</summary>
internal enum NeedState { Asked = 1, Assigned = 2, Guaranteed = 3, Refused = 4 }

internal static class NeedStates
{
    public static string Tone(this NeedState state) => state switch
    {
        NeedState.Guaranteed => "good",
        NeedState.Refused => "bad",
        NeedState.Asked => "wait",
        _ => "busy",
    };
}
