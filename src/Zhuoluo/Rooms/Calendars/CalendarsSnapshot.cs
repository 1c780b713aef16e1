namespace Zhuoluo.Rooms.Calendars;

/// <summary>Calendar and profiles at one version of the room; immutable.</summary>
/// <param name="Version">Number of <see cref="CalendarVersion"/>.</param>
/// <param name="Calendar">Shipped and imported years.</param>
/// <param name="Profiles">Current edition of each, by code.</param>
internal sealed record CalendarsSnapshot(long Version, WorkingCalendar Calendar, IReadOnlyDictionary<string, DeadlineProfile> Profiles)
{
    /// <summary>The calendar with the end of the day that the profile asks for.</summary>
    public WorkingCalendar CalendarFor(string profileCode) => Calendar.EndingAt(Profile(profileCode).DayEnd);

    /// <summary>An unknown code gives the county's own profile.</summary>
    public DeadlineProfile Profile(string code) =>
        Profiles.TryGetValue(code, out var profile) ? profile : Profiles[DeadlineProfile.County];

    /// <summary>What the profile says, else what the county's own profile says.</summary>
    public Limit LimitFor(string profileCode, string kind, DeadlineUrgency urgency, DeadlineStep step) =>
        FindLimit(profileCode, kind, urgency, step)
        ?? throw new ArgumentOutOfRangeException(nameof(step), $"No profile has a limit for {kind}, {step}.");

    public Limit? FindLimit(string profileCode, string kind, DeadlineUrgency urgency, DeadlineStep step) =>
        Profile(profileCode).Find(kind, urgency, step) ?? Profiles[DeadlineProfile.County].Find(kind, urgency, step);
}
