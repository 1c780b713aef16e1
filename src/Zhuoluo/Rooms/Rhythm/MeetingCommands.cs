namespace Zhuoluo.Rooms.Rhythm;

internal sealed record PlanMeeting(BeatKind Kind, string Title, long OfficeId, DateOnly On)
{
    public long? ProgrammeId { get; init; }

    /// <summary>The step of a cadence that it is for.</summary>
    public long? BeatId { get; init; }
}

/// <summary>It took place on that day; its paper is frozen.</summary>
internal sealed record HoldMeeting(long Id, DateOnly On, string? Notes);

internal sealed record CancelMeeting(long Id);

internal sealed record MakeDecision(long MeetingId, string Text, long UnitId, DateOnly DueOn)
{
    public string? ProjectNumber { get; init; }
}

/// <summary>The unit says what it did.</summary>
internal sealed record FinishDecision(long Id, DateOnly On, string? Evidence, int Version);

/// <summary>The office does not take that for done.</summary>
internal sealed record ReopenDecision(long Id, string? Objection, int Version);
