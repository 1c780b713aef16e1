using System.Text.Json;

namespace Zhuoluo.Rooms.Rhythm.Cadences;

/// <summary>The set that comes with the program, to start from: catalog/rhythm/cadences.json.</summary>
internal static class ShippedCadences
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<IReadOnlyList<ShippedCadence>> _all = new(() => [.. Read().Select(Noun)]);

    public static IReadOnlyList<ShippedCadence> All => _all.Value;

    private static CadenceFile[] Read() => JsonSerializer.Deserialize<CadenceFile[]>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalog", "rhythm", "cadences.json")), _options) ?? [];

    // ["meeting", "周例会", 1]
    private static ShippedCadence Noun(CadenceFile file) => new(
        file.Code, file.Name, Enum.Parse<Every>(file.Every, ignoreCase: true), file.Source,
        [.. file.Steps.Select(s => new StepWanted(Enum.Parse<BeatKind>(s[0].GetString()!, ignoreCase: true), s[1].GetString()!, s[2].GetInt32()))]);

    private sealed record CadenceFile(string Code, string Name, string Every, string Source, JsonElement[][] Steps);
}

/// <param name="Code">Proposed; the county may take another.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Every">How often.</param>
/// <param name="Source">Figures of the five places from which it was taken.</param>
/// <param name="Steps">In order.</param>
internal sealed record ShippedCadence(string Code, string Name, Every Every, string Source, IReadOnlyList<StepWanted> Steps);
