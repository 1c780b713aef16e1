using System.Text.Json;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>The profiles of catalog/calendar/profiles.json: edition 1 of each. Changes on the page make later editions in the database.</summary>
internal static class ShippedProfiles
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IReadOnlyList<DeadlineProfile>> _all = new(() => [.. Read().Select(Noun)]);

    public static IReadOnlyList<DeadlineProfile> All => _all.Value;

    private static ProfileFile[] Read() => JsonSerializer.Deserialize<ProfileFile[]>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalog", "calendar", "profiles.json")), _options) ?? [];

    private static DeadlineProfile Noun(ProfileFile file) =>
        new(file.Code, file.Name, [.. ProfileReader.Ordered(file.Rows.Select(Row))])
        {
            Source = file.Source,
            DayEnd = Enum.Parse<DayEnd>(file.DayEnd, ignoreCase: true),
        };

    // ["complaint", "normal", "handle", "10wd"]
    private static ProfileRow Row(string[] cells) => new(
        cells[0],
        Enum.Parse<DeadlineUrgency>(cells[1], ignoreCase: true),
        Enum.Parse<DeadlineStep>(cells[2], ignoreCase: true),
        Limit.Parse(cells[3]));

    private sealed record ProfileFile(string Code, string Name, string Source, string DayEnd, string[][] Rows);
}
