using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>The words of catalog/import/words.json, ready to look up by their tight form. Loaded once and shared.</summary>
internal sealed partial class ImportWords
{
    private readonly Dictionary<TableKind, Dictionary<string, string>> _states = [];
    private readonly Dictionary<TableKind, HashSet<string>> _finished = [];
    private readonly Dictionary<TableKind, HashSet<string>> _unfinished = [];

    private ImportWords(JsonObject words, HeaderWords headers)
    {
        Headers = headers;
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            if (words["states"]?[kind.Code()] is JsonObject states)
            {
                _states[kind] = ByWord(states);
                _finished[kind] = Set(words["finished"]?[kind.Code()]);
                _unfinished[kind] = Set(words["unfinished"]?[kind.Code()]);
            }
        }
        Relative = ByWord(words["relative"]!.AsObject());
        Halves = ByWord(words["halves"]!.AsObject());
        Lights = ByWord(words["lights"]!.AsObject());
        ProjectStates = ByWord(words["projectStates"]!.AsObject());
        ProjectSources = ByWord(words["projectSources"]!.AsObject());
        MoneySources = ByWord(words["moneySources"]!.AsObject());
        Until = words["until"]![0]!.GetValue<string>();
        Yes = words["yes"]![0]!.GetValue<string>();
        Channels = ByWord(words["channels"]!.AsObject());
        TicketKinds = ByWord(words["ticketKinds"]!.AsObject());
        PlaceKinds = ByWord(words["placeKinds"]!.AsObject());
        UnitKinds = ByWord(words["unitKinds"]!.AsObject());
        Ditto = Set(words["ditto"]);
        Blank = Set(words["blank"]);
        Cancelled = [.. Set(words["cancelled"])];
        NotCancelled = [.. Set(words["notCancelled"])];
        Explained = [.. Set(words["explained"])];
        var notEntry = words["notEntry"]!;
        Begins = [.. Set(notEntry["begins"])];
        Ends = [.. Set(notEntry["ends"])];
        Totals = [.. Set(notEntry["totals"])];
    }

    public HeaderWords Headers { get; }

    public Dictionary<string, string> Relative { get; }

    public Dictionary<string, string> Halves { get; }

    public Dictionary<string, string> Lights { get; }
    public Dictionary<string, string> ProjectStates { get; }
    public Dictionary<string, string> ProjectSources { get; }
    public Dictionary<string, string> MoneySources { get; }

    /// <summary>Before the day of a list.</summary>
    public string Until { get; }
    public string Yes { get; }
    public Dictionary<string, string> Channels { get; }

    public Dictionary<string, string> TicketKinds { get; }

    public Dictionary<string, string> PlaceKinds { get; }

    public Dictionary<string, string> UnitKinds { get; }

    public HashSet<string> Ditto { get; }

    public HashSet<string> Blank { get; }

    public string[] Cancelled { get; }

    public string[] NotCancelled { get; }

    /// <summary>Words in a result that say: it was explained, not done.</summary>
    public string[] Explained { get; }

    public string[] Begins { get; }

    public string[] Ends { get; }

    public string[] Totals { get; }

    public static ImportWords Load(string folder) => new(
        Parse(Path.Combine(folder, "words.json")),
        HeaderWords.Of(Parse(Path.Combine(folder, "headers.json"))));

    /// <summary>The words shipped beside the binary.</summary>
    public static ImportWords LoadShipped() => Load(Path.Combine(AppContext.BaseDirectory, "catalog", "import"));

    /// <summary>The neutral code of a state word; null when the word, or the kind's states, are not known.</summary>
    public string? State(TableKind kind, string tight)
    {
        if (!_states.TryGetValue(kind, out var states))
        {
            return null;
        }
        var word = tight.TrimEnd('。', '.', ';', '；').ToLowerInvariant();
        return states.GetValueOrDefault(word) ?? states.GetValueOrDefault(Digits().Replace(word, "#"));
    }

    /// <summary>The first word for a code, as it is written into files.</summary>
    public static string WordOf<T>(Dictionary<string, string> words, T code)
        where T : struct, Enum => words.First(pair => pair.Value == code.ToString()).Key;

    public bool IsFinished(TableKind kind, string state) => _finished.TryGetValue(kind, out var codes) && codes.Contains(state);

    public bool IsUnfinished(TableKind kind, string state) => _unfinished.TryGetValue(kind, out var codes) && codes.Contains(state);

    /// <summary>The state of a row in a table that has no state column: closed when it has a closing date.</summary>
    public string? StateByDate(TableKind kind, bool hasClosingDate) =>
        (hasClosingDate ? _finished : _unfinished).GetValueOrDefault(kind)?.FirstOrDefault();

    private static JsonObject Parse(string path) =>
        JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject();

    private static HashSet<string> Set(JsonNode? list) =>
        [.. list?.AsArray().Select(word => Fold.Tight(word!.GetValue<string>()).ToLowerInvariant()) ?? []];

    private static Dictionary<string, string> ByWord(JsonObject codes)
    {
        Dictionary<string, string> byWord = [];
        foreach (var (code, words) in codes)
        {
            foreach (var word in Set(words))
            {
                byWord.TryAdd(word, code);
            }
        }
        return byWord;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
