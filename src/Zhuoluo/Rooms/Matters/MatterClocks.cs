using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters;

/// <summary>What a matter's clocks say, computed from the facts alone, so that it can be computed again when a calendar changes.</summary>
internal static class MatterClocks
{
    /// <summary>
    /// The clock that runs for the requester: handling or redoing. Signing and adjudicating have clocks of their own that
    /// remind the office and never move this one.
    /// </summary>
    public static Clock? Running(IEnumerable<Clock> clocks) =>
        clocks.LastOrDefault(c => c is { StoppedAt: null, Stage: ClockStage.Handle or ClockStage.Redo or ClockStage.Forward });

    /// <summary>Brings the deadline of a clock in line with its pauses and extensions.</summary>
    public static DeadlineAnswer Due(Clock clock, IEnumerable<ClockPause> pauses, IEnumerable<ClockExtension> extensions, WorkingCalendar calendar, DateTimeOffset now) =>
        Deadlines.Brief(RunOf(clock, pauses, extensions), calendar, now);

    /// <summary>The facts of a clock in the words of Calendars; for the explanation day by day.</summary>
    public static ClockRun RunOf(Clock clock, IEnumerable<ClockPause> pauses, IEnumerable<ClockExtension> extensions) => new(
        Limit.Parse(clock.Limit),
        clock.StartAt,
        // The law of petitions knows no pause before the hearing of a second review (rules A8.1).
        [.. pauses.Where(p => clock.ProfileCode != DeadlineProfile.Petition && (p.To is not { } to || to > clock.StartAt))
            .Select(p => new Pause(p.From < clock.StartAt ? clock.StartAt : p.From, p.To, p.Reason))],
        [.. extensions.Where(e => e.Round == clock.Round).Select(e => new Extension(Limit.Parse(e.Limit), e.GrantedAt))]);

    /// <summary>
    /// From when on it is near: one working day before the deadline; with a limit too short for that, when a third of it is left
    /// (our rule; practice varies).
    /// </summary>
    public static DateTimeOffset NearAt(DateTimeOffset start, DateTimeOffset due, WorkingCalendar calendar)
    {
        var day = LocalDay.Of(due.AddTicks(-1)).AddDays(-1);
        while (!calendar.IsWorking(day))
        {
            day = day.AddDays(-1);
        }
        var dayBefore = calendar.EndOf(day);
        if (dayBefore > start)
        {
            return dayBefore;
        }
        // Whole microseconds, as the databases keep them.
        return new DateTimeOffset((due.UtcTicks - ((due - start).Ticks / 3)) / 10 * 10, TimeSpan.Zero);
    }

    /// <summary>Brings the matter's own columns in line with its clocks.</summary>
    public static void Show(Matter matter, IReadOnlyCollection<Clock> clocks, IReadOnlyCollection<ClockPause> pauses, IReadOnlyCollection<ClockExtension> extensions, WorkingCalendar calendar, DateTimeOffset now)
    {
        matter.IsPaused = matter.ProfileCode != DeadlineProfile.Petition && pauses.Any(p => p.To is null);
        if (Running(clocks) is not { } clock)
        {
            (matter.DueAt, matter.NearAt, matter.IsDueProvisional) = (null, null, false);
            return;
        }
        var answer = Due(clock, pauses, extensions, calendar, now);
        (clock.DueAt, clock.IsProvisional) = (answer.Due, answer.IsProvisional);
        (matter.DueAt, matter.IsDueProvisional) = (answer.Due, answer.IsProvisional);
        matter.NearAt = NearAt(clock.StartAt, answer.Due, calendar);
        (matter.ProfileCode, matter.ProfileVersion) = (clock.ProfileCode, clock.ProfileVersion);
    }
}
