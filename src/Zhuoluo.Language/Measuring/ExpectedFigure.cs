using System.Globalization;
using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Measuring;

/// <summary>
/// One line of a table that says what a reader should find in a text: file, value in base units, unit, qualifier. A key that begins with
/// "scheme." is a label: a number inside a name or a rule, never a count. The relation is A+B, A-B, =A, &lt;=A, A/x*100 or x/A*100 with ids of
/// other lines; most have none.
/// </summary>
public sealed record ExpectedFigure(string Id, string File, string Key, decimal Value, string Unit, Qualifier Qualifier, string Relation, bool IsLabel)
{
    /// <summary>Reads a table with a header line, columns in any order: id, seed, indicator_key, value, unit, qualifier, relation.</summary>
    public static IReadOnlyList<ExpectedFigure> Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        string[]? header = null;
        List<ExpectedFigure> figures = [];
        foreach (var line in lines)
        {
            var cells = Cells(line.TrimStart('\uFEFF'));
            if (header is null)
            {
                header = cells;
                continue;
            }
            var named = header;
            string Cell(string name) => Array.IndexOf(named, name) is >= 0 and var i && i < cells.Length ? cells[i] : "";
            figures.Add(new ExpectedFigure(
                Cell("id"), Cell("seed"), Cell("indicator_key"), decimal.Parse(Cell("value"), CultureInfo.InvariantCulture), Cell("unit"),
                Enum.Parse<Qualifier>(Cell("qualifier").Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
                Cell("relation"), Cell("indicator_key").StartsWith("scheme.", StringComparison.Ordinal)));
        }
        return figures;
    }

    private static string[] Cells(string line)
    {
        List<string> cells = [];
        var (quoted, start) = (false, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (i == line.Length || line[i] == ',' && !quoted)
            {
                cells.Add(line[start..i].Trim('"'));
                start = i + 1;
            }
        }
        return [.. cells];
    }
}
