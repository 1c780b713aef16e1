namespace Zhuoluo.Rooms.Rhythm;

/// <summary>
/// One step of a cadence that one unit owes for one period, prepared when it comes near. It is done by what was held or issued, never by a tick
/// alone; who did not do it is shown as having missed it. Nothing counts who came, how long or how often (rules D2).
/// </summary>
internal sealed class Beat
{
    public const int LongestProof = 200;

    public required long Id { get; init; }
    public required long CadenceId { get; init; }
    public required int Edition { get; init; }
    public required int Serial { get; init; }
    public required BeatKind Kind { get; init; }
    public required string Name { get; init; }
    public required long UnitId { get; init; }

    /// <summary>First day of its period.</summary>
    public required DateOnly Period { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateOnly? DoneOn { get; set; }

    /// <summary>What was held or issued: a title, a number.</summary>
    public string? Proof { get; set; }
    public long? MeetingId { get; set; }
    public long? BulletinId { get; set; }
    public long? AppraisalId { get; set; }
    public string? DoneByName { get; set; }

    public BeatState StateOn(DateOnly today) => DoneOn is { } done ? done <= DueOn ? BeatState.Done : BeatState.Late
        : DueOn < today ? BeatState.Missed : BeatState.Open;
}

/// <summary>Late: done after its day. Missed: its day is over and nothing was held or issued.</summary>
internal enum BeatState { Open, Done, Late, Missed }

/// <summary>What a step is. Numbers are stored; never renumber.</summary>
internal enum BeatKind
{
    Meeting = 1, Report = 2, Feedback = 3, Bulletin = 4, Drill = 5, Dispatch = 6, Push = 7, Comment = 8, Appraisal = 9, Talk = 10, Launch = 11, Summary = 12, Inspection = 13,
}

internal static class BeatKinds
{
    public static bool IsMeeting(this BeatKind kind) =>
        kind is BeatKind.Meeting or BeatKind.Dispatch or BeatKind.Push or BeatKind.Launch or BeatKind.Summary or BeatKind.Talk;

    public static bool IsDocument(this BeatKind kind) => kind is BeatKind.Bulletin or BeatKind.Report or BeatKind.Comment;

    public static string Tone(this BeatState state) => state switch
    {
        BeatState.Done => "good",
        BeatState.Late => "wait",
        BeatState.Missed => "bad",
        _ => "busy",
    };
}
