using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>A deadline with its counting in the API's words; instants with the offset of China.</summary>
internal sealed record DeadlineTold(DateTimeOffset Start, string Limit, DateTimeOffset Due, DateOnly DueDay, bool Provisional, IReadOnlyList<DayTold> Days)
{
    public static DeadlineTold Of(DateTimeOffset start, string limit, DeadlineAnswer answer) => new(
        start.ToOffset(LocalDay.Offset), limit, answer.Due.ToOffset(LocalDay.Offset), answer.DueDay, answer.IsProvisional,
        [.. answer.Days.Select(d => new DayTold(d.Day, d.Number, CalendarApi.Word(d.Nature.Kind), d.Nature.Name, d.Reason[DayReason.Prefix.Length..], d.Minutes))]);
}

/// <param name="Day">The day.</param>
/// <param name="Number">Which day of the limit it is; null if it does not count.</param>
/// <param name="Kind">weekday, weekend, holiday or makeUp.</param>
/// <param name="Name">Of the holiday.</param>
/// <param name="Reason">Why it counts or not, e.g. counted, weekend, paused.</param>
/// <param name="Minutes">That ran on this day; only of limits in hours.</param>
internal sealed record DayTold(DateOnly Day, int? Number, string Kind, string? Name, string Reason, int Minutes);
