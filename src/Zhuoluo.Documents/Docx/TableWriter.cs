using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Docx;

/// <summary>Tables in 4号, as wide as the text, rows never split, the head repeated.</summary>
internal static class TableWriter
{
    public const int RowLine = 400;
    private static readonly Setting _cell = new() { Size = Measures.SizeFour, LineHeight = RowLine, OnGrid = false, Side = JustificationValues.Left };

    public static IEnumerable<OpenXmlElement> Write(Documents.Table table)
    {
        if (table.Caption is { } caption)
        {
            yield return Parts.Line(caption, new Setting { Font = Fonts.Head, Size = Measures.SizeFour, Side = JustificationValues.Center, KeepsWithNext = true });
        }
        var shares = Math.Max(1, table.Columns.Sum(c => c.Share));
        int[] widths = [.. table.Columns.Select(c => Measures.AreaWidth * c.Share / shares)];
        var written = new W.Table(
            new TableProperties
            {
                TableWidth = new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Parts.Number(Measures.AreaWidth) },
                TableBorders = Borders(),
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
            },
            new TableGrid(widths.Select(w => new GridColumn { Width = Parts.Number(w) })));
        written.Append(Row(table.Columns.Select(c => c.Head), widths, column => _cell with { Font = Fonts.Head, Side = JustificationValues.Center }, isHead: true));
        foreach (var row in table.Rows)
        {
            written.Append(Row(row, widths, column => _cell with { Side = table.Columns[column].IsNumber ? JustificationValues.Right : JustificationValues.Left }, isHead: false));
        }
        yield return written;
        // A table directly before the end of a section or another table runs into it.
        yield return Parts.Line("", new Setting { LineHeight = Measures.Line / 2 });
    }

    private static TableRow Row(IEnumerable<string> cells, int[] widths, Func<int, Setting> setting, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
        {
            properties.Append(new TableHeader());
        }
        return new TableRow(cells.Select((text, column) => (OpenXmlElement)new TableCell(
            new TableCellProperties
            {
                TableCellWidth = new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Parts.Number(widths[column]) },
                TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center },
            },
            Parts.Line(text, setting(column)))).Prepend(properties));
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = Measures.ImprintInnerRule },
        new LeftBorder { Val = BorderValues.Single, Size = Measures.ImprintInnerRule },
        new BottomBorder { Val = BorderValues.Single, Size = Measures.ImprintInnerRule },
        new RightBorder { Val = BorderValues.Single, Size = Measures.ImprintInnerRule },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
}
