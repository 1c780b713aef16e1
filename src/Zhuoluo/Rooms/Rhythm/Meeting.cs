using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>
/// A meeting whose paper is generated (rules B6.2): which projects are red or yellow, what changed since the last one, what waits for a decision,
/// what became of the last decisions. Once held, what was on the paper stays as it was. Only owners of what is listed are invited (rules D1.2).
/// </summary>
internal sealed class Meeting
{
    public const int LongestTitle = 60;
    public const int LongestNotes = 4000;

    public required long Id { get; init; }
    public required BeatKind Kind { get; init; }
    public required string Title { get; init; }
    public required long OfficeId { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Which list of promises it is about; null for all.</summary>
    public long? ProgrammeId { get; init; }

    /// <summary>The one before it of the same kind, office and list.</summary>
    public long? PreviousId { get; init; }

    /// <summary>The step of a cadence that it is held for.</summary>
    public long? BeatId { get; init; }
    public DateOnly? HeldOn { get; set; }
    public DateOnly? CancelledOn { get; set; }
    public string? Notes { get; set; }
    public required string PlannedByName { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; } = 1;

    public bool IsOpen => HeldOn is null && CancelledOn is null;
}

/// <summary>A unit that was invited, because something of it is listed.</summary>
internal sealed class MeetingUnit
{
    public required long MeetingId { get; init; }
    public required long UnitId { get; init; }
}

/// <summary>A project as it stood on the paper of a meeting that was held.</summary>
internal sealed class MeetingProject
{
    public required long MeetingId { get; init; }
    public required long ProjectId { get; init; }
    public required ProjectLight Light { get; init; }
    public required LightCause Causes { get; init; }

    /// <summary>Hundredths of a percent.</summary>
    public required int Done { get; init; }
    public required DateOnly FirstFinish { get; init; }
    public required DateOnly PlannedFinish { get; init; }
    public string? Needs { get; init; }
}

/// <summary>Something decided at a meeting: one unit, one day, followed to its end.</summary>
internal sealed class Decision
{
    public const int LongestText = 500;

    public required long Id { get; init; }
    public required long MeetingId { get; init; }
    public required int Serial { get; init; }
    public required string Text { get; init; }
    public required long UnitId { get; init; }
    public required DateOnly DueOn { get; init; }
    public long? ProjectId { get; init; }
    public required DateOnly MadeOn { get; init; }
    public DateOnly? DoneOn { get; set; }

    /// <summary>What was done, in the unit's words.</summary>
    public string? Evidence { get; set; }
    public string? DoneByName { get; set; }

    /// <summary>Why the office sent the last report back.</summary>
    public string? Objection { get; set; }
    public int Version { get; set; } = 1;

    public DecisionState StateOn(DateOnly today) => DoneOn is { } done ? done > DueOn ? DecisionState.Late : DecisionState.Done
        : DueOn < today ? DecisionState.Overdue : DecisionState.Open;
}

internal enum DecisionState { Open, Overdue, Done, Late }

internal static class DecisionStates
{
    public static string Tone(this DecisionState state) => state switch
    {
        DecisionState.Done => "good",
        DecisionState.Late => "wait",
        DecisionState.Overdue => "bad",
        _ => "busy",
    };
}
