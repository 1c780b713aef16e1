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

    /// <summary>Signing 2 hours as observed, 5 working days else (rules A2.7, A3).</summary>
    public static Times Of(MatterKind kind, Urgency urgency) => new(ShippedCalendar.Calendar, "county", 1)
    {
        Handle = Limit.Parse(urgency == Urgency.Urgent ? "24h" : "5wd"),
        Sign = Limit.Parse("2oh"),
        ReturnDecision = Limit.Parse("24h"),
        Extension = Limit.Parse("5wd"),
        Redo = Limit.Parse("5wd"),
    };
}
