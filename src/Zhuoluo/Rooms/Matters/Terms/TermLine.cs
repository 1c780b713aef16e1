using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Terms;

/// <summary>A word as a line of a file or of the form.</summary>
internal sealed record TermLine(string Category, TermKind Kind, string Text, string? StandsFor, int Weight)
{
    private static readonly string[] _head = ["category", "kind", "text", "stands_for", "weight"];

    private static readonly Dictionary<string, TermKind> _spoken = new(StringComparer.Ordinal)
    {
        ["同义词"] = TermKind.Synonym,
        ["地方叫法"] = TermKind.LocalName,
        ["关键词"] = TermKind.Keyword,
        ["常见描述"] = TermKind.Description,
        ["排除项"] = TermKind.Exclusion,
    };

    public static byte[] Write(IEnumerable<Term> terms) => CsvText.Of(_head, terms.Select(t => (IReadOnlyList<string>)
        [t.CategoryCode, Word<TermKind>.Of(t.Kind), t.Text, t.StandsFor ?? "", t.Weight.ToString(CultureInfo.InvariantCulture)]));

    /// <summary>Kinds by their English or Chinese word. A line that cannot be read stops the whole: half a list is worse than none.</summary>
    public static Outcome<IReadOnlyList<TermLine>> Read(TextReader file)
    {
        using var csv = new CsvReader(file, new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null, BadDataFound = null });
        if (!csv.Read() || !csv.ReadHeader() || !_head.Take(3).All(h => csv.HeaderRecord!.Contains(h)))
        {
            return new NotATable();
        }
        var lines = new List<TermLine>();
        while (csv.Read())
        {
            string Cell(string name) => csv.GetField(name)?.Trim().TrimStart('\'') ?? "";
            var kind = Word<TermKind>.Read(Cell("kind")) ?? (_spoken.TryGetValue(Cell("kind"), out var spoken) ? spoken : null);
            var weight = Cell("weight") is { Length: > 0 } number ? int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0 : 1;
            var line = new TermLine(Cell("category"), kind ?? default, Cell("text"), Cell("stands_for") is { Length: > 0 } usual ? usual : null, weight);
            if (kind is null || !line.IsGood)
            {
                return new UnreadableTermLine(csv.Parser.Row);
            }
            lines.Add(line);
        }
        return Outcome.Of<IReadOnlyList<TermLine>>(lines);
    }

    public bool IsGood => Code.OrNull(Category) is not null && Text.Length is > 0 and <= Term.LongestText && (StandsFor?.Length ?? 0) <= Term.LongestText
        && Weight is >= 1 and <= Term.HeaviestWeight && Text.Concat(StandsFor ?? "").All(c => !char.IsControl(c));
}

internal sealed record NotATable() : Refusal("not-a-table")
{
    public override string? Field => "File";
}

internal sealed record UnreadableTermLine(int Line) : Refusal("unreadable-term-line")
{
    public override IReadOnlyList<object> Arguments => [Line];
}
