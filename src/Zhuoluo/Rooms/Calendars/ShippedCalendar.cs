namespace Zhuoluo.Rooms.Calendars;

/// <summary>The calendar as it comes with the release, before anything was imported or changed.</summary>
internal static class ShippedCalendar
{
    /// <summary>Common hours in counties (rules C1.6; practice, not law): afternoons half an hour later from May to September.</summary>
    public static OfficeHours OfficeHours { get; } = new(
    [
        new OfficeSeason("10-01", "04-30", [new(new(8, 30), new(12, 0)), new(new(14, 0), new(17, 30))]),
        new OfficeSeason("05-01", "09-30", [new(new(8, 30), new(12, 0)), new(new(14, 30), new(18, 0))]),
    ]);

    private static readonly Lazy<IReadOnlyList<CalendarYear>> _years = new(() =>
        CalendarFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalog", "calendar", "china-2004-2026.json")))
        ?? throw new InvalidDataException("catalog/calendar/china-2004-2026.json is damaged."));

    private static readonly Lazy<WorkingCalendar> _calendar = new(() => new WorkingCalendar(Years, OfficeHours, DayEnd.Close));

    public static IReadOnlyList<CalendarYear> Years => _years.Value;
    public static WorkingCalendar Calendar => _calendar.Value;
}
