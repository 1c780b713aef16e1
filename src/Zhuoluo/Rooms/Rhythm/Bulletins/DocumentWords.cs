using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>The wording of drafts and minutes, in Chinese whatever language the screen has: catalog/rhythm/documents.json.</summary>
internal sealed record DocumentWords(
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, TableWords> Tables,
    IReadOnlyDictionary<string, string> Words,
    IReadOnlyDictionary<string, KindWords> Kinds,
    CorrectionWords Correction,
    IReadOnlyDictionary<string, string> Minutes)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static readonly Lazy<DocumentWords> _shipped = new(() => JsonSerializer.Deserialize<DocumentWords>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalog", "rhythm", "documents.json")), _options)!);

    public static DocumentWords Shipped => _shipped.Value;

    public string Say(string key, params object[] values) => Filled(Words[key], values);

    public string Minute(string key, params object[] values) => Filled(Minutes[key], values);

    public static string Filled(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);
}

internal sealed record TableWords(string Label, IReadOnlyList<string> Columns);

internal sealed record KindWords(string Title, string Addressee);

internal sealed record CorrectionWords(string Title, string First, string Named);
