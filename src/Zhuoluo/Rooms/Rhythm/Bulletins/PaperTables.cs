using System.Globalization;
using Zhuoluo.Documents;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>What was counted as a table, put into a paper as one or drawn as a chart.</summary>
internal static class PaperTables
{
    // More bars than these cannot be told apart on paper; a table takes them all.
    private const int MostBars = 15;

    /// <summary>Null where nothing of that name was counted.</summary>
    public static Block? Block(TextPlace place, Computed computed)
    {
        if (place.Kind == TextPlaceKind.Chart)
        {
            return Table(place, computed, place.By is null ? place.Label : place.Name) is { } drawn ? Chart(drawn, place, computed) : null;
        }
        return Table(place, computed, place.Name) is not { } table ? null
            : table.Rows.Count == 0 ? None()
            : new Table(table.Caption ?? table.Label, [.. table.Columns.Select((c, i) => new Column(c, table.WidthOf(i), table.IsNumber(i)))], table.Rows);
    }

    private static ComputedTable? Table(TextPlace place, Computed computed, string label) => computed.Tables.FirstOrDefault(t => t.Label == label && t.By == place.By);

    // A table without rows would be a head over nothing; so would a chart.
    private static Paragraph None() => new(DocumentWords.Shipped.Say("none"));

    private static Block? Chart(ComputedTable table, TextPlace place, Computed computed)
    {
        var rows = table.Parts.Take(table.By == Breakdown.Month ? int.MaxValue : MostBars).ToList();
        if (rows.Count == 0)
        {
            return None();
        }
        var numbers = Enumerable.Range(1, table.Columns.Count - 1).Where(table.IsNumber).ToList();
        var columns = table.By is not null ? numbers : place.Style is { } wanted ? numbers.FindAll(c => table.Columns[c] == wanted) : [.. numbers.Take(1)];
        return columns.Count == 0 ? null : new Chart(
            table.By == Breakdown.Month ? ChartKind.Lines : ChartKind.Bars,
            table.By is null ? [new Span($"{table.Label}（{table.Columns[columns[0]]}）")] : Caption(table, computed),
            [.. rows.Select(r => r[0])],
            [.. columns.Select(c => new ChartSeries(table.Columns[c], [.. rows.Select(r => Value(r[c]))]))]);
    }

    // The total of each figure stands in the caption and opens its records, as in a sentence.
    private static List<Span> Caption(ComputedTable table, Computed computed)
    {
        List<Span> spans = [new(table.Caption + DocumentWords.Shipped.Say(table.HasTotal ? "in-all" : "of-which-now"))];
        foreach (var (key, i) in table.FigureKeys.Select((k, i) => (k, i)))
        {
            spans.Add(new Span((i == 0 ? "" : "、") + (table.FigureKeys.Count == 1 ? "" : table.Columns[i + 1])));
            spans.Add(new Span(computed.Figures.First(f => f.Key == key).Text, key));
        }
        return [.. spans.Where(s => s.Text.Length > 0)];
    }

    private static decimal Value(string cell) => decimal.Parse(cell.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture);
}
