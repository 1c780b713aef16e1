using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>Which header words mean which field of which kind: catalog/import/headers.json.</summary>
internal sealed partial class HeaderWords
{
    private readonly Dictionary<TableKind, KindWords> _kinds = [];

    public IReadOnlyDictionary<TableKind, KindWords> Kinds => _kinds;

    public static HeaderWords Of(JsonObject file)
    {
        var words = new HeaderWords();
        var shared = file["shared"]!.AsObject();
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            var node = file["kinds"]![kind.Code()]!;
            Dictionary<string, FieldWords> fields = [];
            foreach (var (field, own) in node["fields"]!.AsObject())
            {
                fields[field] = new FieldWords(List(own!["is"]), List(own["has"]));
            }
            foreach (var field in List(node["uses"]))
            {
                var more = new FieldWords(List(shared[field]!["is"]), List(shared[field]!["has"]));
                fields[field] = fields.TryGetValue(field, out var own)
                    ? new FieldWords([.. own.Is, .. more.Is], [.. own.Has, .. more.Has])
                    : more;
            }
            words._kinds[kind] = new KindWords(
                fields,
                [.. node["needs"]!.AsArray().Select(need => need is JsonArray any ? List(any) : [need!.GetValue<string>()])],
                List(node["marks"]));
        }
        return words;
    }

    /// <summary>The form in which headers are compared: tight, lower case, without stars, colons and notes such as (必填).</summary>
    public static string Form(string header)
    {
        var tight = Fold.Tight(header).ToLowerInvariant().Replace('【', '(').Replace('】', ')').Replace('[', '(').Replace(']', ')');
        return Notes().Replace(tight.Trim('*', '★', ':', '、', '。', '.', '#'), "").Trim('*', '★', ':');
    }

    /// <summary>How well a header fits a field: 0 is best, null not at all. Whole words come before parts, early words before late ones.</summary>
    public static int? Fit(FieldWords words, string field, string group, string leaf)
    {
        var bare = Brackets().Replace(leaf, "");
        if (string.Equals(leaf, field, StringComparison.OrdinalIgnoreCase) || IndexOf(words.Is, leaf) is 0)
        {
            return 0;
        }
        var whole = new[] { IndexOf(words.Is, leaf), IndexOf(words.Is, group + leaf), IndexOf(words.Is, bare), IndexOf(words.Is, leaf.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)) };
        if (whole.Min() is { } rank)
        {
            return 1 + rank;
        }
        for (var i = 0; i < words.Has.Count; i++)
        {
            if (leaf.Length <= 16 && bare.Contains(words.Has[i], StringComparison.Ordinal))
            {
                return 200 + i;
            }
        }
        return null;
    }

    private static int? IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count && word.Length > 0; i++)
        {
            if (words[i] == word)
            {
                return i;
            }
        }
        return null;
    }

    private static List<string> List(JsonNode? node) => [.. node?.AsArray().Select(word => Plain(word!.GetValue<string>())) ?? []];

    // Field names keep their capitals; header words are compared in lower case.
    private static string Plain(string word) => word.All(char.IsAsciiLetter) ? word : Form(word);

    [GeneratedRegex(@"\((必填|选填|可不填|下拉选择|请选择|不填|自动生成|填写[^)]*|格式[^)]*|例[^)]*|如[^)]*|精确到[^)]*|年/?月/?日|yyyy[^)]*|\d+字[^)]*)\)")]
    private static partial Regex Notes();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();
}

internal sealed record FieldWords(IReadOnlyList<string> Is, IReadOnlyList<string> Has);

/// <summary><see cref="Needs"/>: each group must have one of its fields among the columns.</summary>
internal sealed record KindWords(
    IReadOnlyDictionary<string, FieldWords> Fields,
    IReadOnlyList<IReadOnlyList<string>> Needs,
    IReadOnlyList<string> Marks);
