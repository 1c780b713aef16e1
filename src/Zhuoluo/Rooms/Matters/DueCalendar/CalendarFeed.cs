namespace Zhuoluo.Rooms.Matters.DueCalendar;

/// <summary>
/// A person's secret address under which a calendar program reads deadlines. The secret is derived from the id and the server's key and
/// stored nowhere; a new row revokes the old address.
/// </summary>
internal sealed class CalendarFeed
{
    public required long Id { get; init; }
    public required long PersonId { get; init; }
}
