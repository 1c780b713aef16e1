using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Zhuoluo.Shell;

/// <summary>
/// Every text that a person reads, by key, in the language of the request. One flat JSON file per room
/// and language under Shell/Text. A key without a text shows itself, so that it is seen and reported.
/// </summary>
internal sealed class Texts
{
    private readonly FrozenDictionary<string, string> _simplified;
    private readonly FrozenDictionary<string, string> _traditional;
    private readonly FrozenDictionary<string, string> _english;
    private readonly TraditionalTable _table;

    private Texts(string folder)
    {
        _table = TraditionalTable.Load(
            Path.Combine(folder, "s2t.tsv"), ReadFile(Path.Combine(folder, "zh-Hant.override.json")));
        _simplified = ReadLanguage(folder, Languages.Simplified);
        _traditional = ReadLanguage(folder, Languages.Traditional);
        _english = ReadLanguage(folder, Languages.English);
    }

    public string this[string key] => Find(key) ?? key;

    /// <summary>The text with {0}, {1}... filled in, numbers in the form of the language.</summary>
    public string this[string key, params object?[] values] =>
        Find(key) is { } text ? string.Format(CultureInfo.CurrentCulture, text, values) : key;

    public static Texts Load(string folder) => new(folder);

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Keys of one language, for tests.</summary>
    public IReadOnlyCollection<string> KeysOf(string language) => In(language).Keys;

    /// <summary>What a person reads when a rule says no. Key: <c>refusal.code</c>.</summary>
    public string Refusal(string code) => this["refusal." + code];

    /// <summary>Text from the database as the reader's language shows it. Never use it for a value that is posted back.</summary>
    public string Show(string? text) =>
        text is null ? "" : Languages.Current == Languages.Traditional ? _table.Convert(text) : text;

    private string? Find(string key)
    {
        var language = Languages.Current;
        if (In(language).TryGetValue(key, out var text))
        {
            return text;
        }

        return !_simplified.TryGetValue(key, out var source) ? null
            : language == Languages.Traditional ? _table.Convert(source) : source;
    }

    private FrozenDictionary<string, string> In(string language) => language switch
    {
        Languages.Traditional => _traditional,
        Languages.English => _english,
        _ => _simplified,
    };

    private static FrozenDictionary<string, string> ReadLanguage(string folder, string language) =>
        Directory.EnumerateFiles(Path.Combine(folder, language), "*.json")
            .SelectMany(ReadFile)
            .ToFrozenDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> ReadFile(string path) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))
        ?? throw new InvalidDataException($"No texts in {path}");
}
