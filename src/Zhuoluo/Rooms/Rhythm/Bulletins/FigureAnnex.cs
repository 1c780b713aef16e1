using System.Globalization;
using Zhuoluo.Documents.Xlsx;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>The workbook beside a paper: every number of it with how it was counted, how many records, and its digest; its tables on sheets of their own.</summary>
internal static class FigureAnnex
{
    public static byte[] Write(Computed computed, IReadOnlyDictionary<long, StatedFigure> stated, Texts texts, FigureSources sources, FigureNames names) => WorkbookFile.Write(
    [
        new WorkSheet(texts["rhythm.figures"], [texts["figures.name"], texts["figures.value"], texts["figures.unit-of"], texts["figures.records"], texts["figures.how"], texts["figures.proof"]],
            [.. computed.Figures.Select(f => f.StatedId is { } id && stated.TryGetValue(id, out var frozen) ? Row(f, frozen, texts, sources, names) : (IReadOnlyList<object?>)[f.Label, f.Text])]),
        .. computed.Tables.Select(t => new WorkSheet(t.Label, t.Columns, [.. t.Rows.Select(r => (IReadOnlyList<object?>)[.. r.Select((cell, i) => Cell(t, cell, i))])])),
    ]);

    // What is computed with further is a number; a percentage stays as it is printed.
    private static object Cell(ComputedTable table, string cell, int column) =>
        table.IsNumber(column) && decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : cell;

    private static IReadOnlyList<object?> Row(ComputedFigure figure, StatedFigure frozen, Texts texts, FigureSources sources, FigureNames names)
    {
        var shelf = frozen.Made;
        var definition = shelf.Find(frozen.Key)!;
        return [figure.Label, frozen.Value / 1000m, definition.Unit, (decimal)frozen.Records, texts.HowCounted(definition, shelf, sources, names), frozen.Digest];
    }
}
