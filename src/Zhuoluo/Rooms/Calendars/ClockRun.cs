namespace Zhuoluo.Rooms.Calendars;

/// <summary>One running clock: what limit, since when, when it stood still, by what it was extended.</summary>
internal sealed record ClockRun(Limit Limit, DateTimeOffset Start, IReadOnlyList<Pause> Pauses, IReadOnlyList<Extension> Extensions)
{
    public static ClockRun Plain(Limit limit, DateTimeOffset start) => new(limit, start, [], []);
}

/// <summary>The clock stands still from <paramref name="From"/> until before <paramref name="To"/>; null while it still does.</summary>
/// <param name="From">Start of the pause.</param>
/// <param name="To">End of the pause.</param>
/// <param name="Reason">Reason code; every pause needs one (rules A3.3).</param>
internal sealed record Pause(DateTimeOffset From, DateTimeOffset? To, string Reason);

/// <summary>Time added after the original limit. When it may be granted is the matter's rule, not the calendar's.</summary>
internal sealed record Extension(Limit By, DateTimeOffset GrantedAt);
