using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters;

/// <summary>How long a new matter may take, by the county's own profile.</summary>
internal sealed class MatterLimits(CalendarsDoor calendars)
{
    public WorkingCalendar Calendar => calendars.Current.CalendarFor(DeadlineProfile.County);

    public MatterLimit For(MatterKind kind, Urgency urgency, string profile = DeadlineProfile.County)
    {
        var current = calendars.Current;
        var limit = current.LimitFor(profile, CodeOf(kind), AsDeadline(urgency), DeadlineStep.Handle);
        return new MatterLimit(profile, current.Profile(profile).Edition, limit);
    }

    /// <summary>What the profiles call this kind.</summary>
    public static string CodeOf(MatterKind kind) => Word.Of(kind);

    private static DeadlineUrgency AsDeadline(Urgency urgency) =>
        urgency == Urgency.Urgent ? DeadlineUrgency.Urgent : DeadlineUrgency.Normal;
}

internal sealed record MatterLimit(string ProfileCode, int ProfileVersion, Limit Limit);
