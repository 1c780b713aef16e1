namespace Zhuoluo.Rooms.Calendars;

/// <summary>
/// The holiday notice of one year: days off and make-up working days with the name of their holiday. A notice may
/// also name days of the December before it.
/// </summary>
internal sealed record CalendarYear(int Year, IReadOnlyDictionary<DateOnly, string> Holidays, IReadOnlyDictionary<DateOnly, string> Workdays);
