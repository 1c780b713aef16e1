using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters;

/// <summary>How long a new matter may take, by the county's profile.</summary>
internal static class MatterLimits
{
    private static readonly Limit _ordinary = new(5, LimitUnit.WorkingDay);
    private static readonly Limit _urgent = new(24, LimitUnit.NaturalHour);

    public static WorkingCalendar Calendar => ShippedCalendar.Calendar;

    public static MatterLimit For(Urgency urgency) => new("county", 1, urgency == Urgency.Urgent ? _urgent : _ordinary);
}

internal sealed record MatterLimit(string ProfileCode, int ProfileVersion, Limit Limit);
