using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>
/// A limit of rules A8 that is not the matter's own: telling, objecting, asking for a review, deciding it. The 15 days to forward and the
/// 60 days are the matter's deadline and stand among its clocks (<see cref="ClockStage.Forward"/>, <see cref="ClockStage.Handle"/>).
/// </summary>
internal sealed class PetitionClock
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required PetitionClockStage Stage { get; init; }
    public required DateTimeOffset StartAt { get; init; }

    /// <summary>Number and unit, e.g. 30d.</summary>
    public required string Limit { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public bool IsProvisional { get; set; }
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>The hearing of a second review, whose time is not counted (article 36).</summary>
    public DateTimeOffset? HearingFrom { get; set; }
    public DateTimeOffset? HearingTo { get; set; }

    public ClockRun Run => new(Calendars.Limit.Parse(Limit), StartAt,
        HearingFrom is { } from ? [new Pause(from, HearingTo, "hearing")] : [], []);

    /// <summary>Brings the end in line with the facts.</summary>
    public bool Show(WorkingCalendar calendar, DateTimeOffset now)
    {
        var answer = Deadlines.Brief(Run, calendar, now);
        var before = (DueAt, IsProvisional);
        (DueAt, IsProvisional) = (answer.Due, answer.IsProvisional);
        return before != (DueAt, IsProvisional);
    }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum PetitionClockStage
{
    /// <summary>The unit tells the petitioner in writing (article 23).</summary>
    Tell = 1,

    /// <summary>The unit objects that it is not its own (article 23): the one limit in working days.</summary>
    Object = 2,

    /// <summary>The petitioner asks for a review (article 35).</summary>
    AskReview = 3,
    DecideReview = 4,

    /// <summary>The petitioner asks for a second review (article 36).</summary>
    AskSecondReview = 5,
    DecideSecondReview = 6,
}
