using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Register;

/// <summary>The limit that runs for a matter from the first moment: by which profile and calendar, for what, since when.</summary>
internal sealed record FirstLimit(MatterLimit Limit, WorkingCalendar Calendar, ClockStage Stage, DateTimeOffset StartAt);
