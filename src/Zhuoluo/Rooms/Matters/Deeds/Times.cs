using Zhuoluo.Rooms.Calendars;


namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>The calendar and the limits that hold for one matter now.</summary>
internal sealed record Times(WorkingCalendar Calendar, string ProfileCode, int ProfileVersion)
{
    public required Limit Handle { get; init; }
    public required Limit Sign { get; init; }
    public required Limit ReturnDecision { get; init; }
    public required Limit Extension { get; init; }
    public required Limit Redo { get; init; }

    public static Times Of(CalendarsSnapshot calendars, string profile, MatterKind kind, Urgency urgency)
    {
        var isPetition = profile == DeadlineProfile.Petition;
        var name = isPetition ? profile : kind.ToString().ToLowerInvariant();
        var haste = urgency == Urgency.Urgent ? DeadlineUrgency.Urgent : DeadlineUrgency.Normal;
        return new(calendars.CalendarFor(profile), profile, calendars.Profile(profile).Edition)
        {
            Handle = Limit(DeadlineStep.Handle),
            Sign = Limit(DeadlineStep.Sign),
            ReturnDecision = Limit(DeadlineStep.Return),
            Extension = Limit(DeadlineStep.Extension),
            // The law of petitions has no limit for doing it again; the county's working days must not stand in (rules A8.1).
            Redo = Limit(isPetition ? DeadlineStep.Handle : DeadlineStep.Redo),
        };

        Limit Limit(DeadlineStep step) => calendars.LimitFor(profile, name, haste, step);
    }
}
