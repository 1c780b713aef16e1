using System.Globalization;
using System.Text.Json;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>
/// Reads holiday notices as JSON: <c>{"years":{"2027":{"holidays":{"2027-01-01":"元旦"},"workdays":{…}}}}</c>, or one year alone as
/// <c>{"year":2027,"holidays":{…},"workdays":{…}}</c>. Names may be written as the package chinese-days does ("New Year's Day,元旦,1").
/// </summary>
internal static class CalendarFile
{
    private const int LongestName = 40;

    /// <summary>Null if it is not such a file, a date is wrong, a day stands in both lists or does not belong to its year.</summary>
    public static IReadOnlyList<CalendarYear>? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }
            var years = new List<CalendarYear>();
            if (root.TryGetProperty("years", out var many) && many.ValueKind == JsonValueKind.Object)
            {
                foreach (var one in many.EnumerateObject())
                {
                    years.Add(Year(int.Parse(one.Name, NumberStyles.None, CultureInfo.InvariantCulture), one.Value));
                }
            }
            else
            {
                years.Add(Year(YearOf(root), root));
            }
            return years.Count > 0 && years.All(IsSound) ? years : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or OverflowException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    // A file of chinese-days does not say its year; most of its days do.
    private static int YearOf(JsonElement root) => root.TryGetProperty("year", out var year)
        ? year.GetInt32()
        : Days(root.GetProperty("holidays")).Keys.GroupBy(d => d.Year).MaxBy(g => g.Count())?.Key ?? throw new FormatException();

    private static CalendarYear Year(int year, JsonElement element) =>
        new(year, Days(element.GetProperty("holidays")), Days(element.GetProperty("workdays")));

    private static Dictionary<DateOnly, string> Days(JsonElement element) => element.EnumerateObject().ToDictionary(
        day => DateOnly.ParseExact(day.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        day => Name(day.Value.GetString() ?? ""));

    private static string Name(string text)
    {
        var parts = text.Split(',');
        var name = parts.Length >= 2 ? parts[1] : parts[0];
        return name.Length <= LongestName ? name : throw new FormatException();
    }

    private static bool IsSound(CalendarYear year) =>
        year.Year is >= WorkingCalendar.FirstYear and <= WorkingCalendar.FinalYear
        && year.Holidays.Count > 0
        && year.Holidays.Keys.Concat(year.Workdays.Keys).All(d => d.Year == year.Year || (d.Year == year.Year - 1 && d.Month == 12))
        && !year.Holidays.Keys.Intersect(year.Workdays.Keys).Any();
}
