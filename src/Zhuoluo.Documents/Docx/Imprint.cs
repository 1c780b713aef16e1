using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Docx;

/// <summary>版记: at the bottom of the last page, as wide as the text, rules 0.35 mm outside and 0.25 mm between, 4号 one character in (7.4).</summary>
internal static class Imprint
{
    private static readonly Setting _line = new() { Size = Measures.SizeFour, Left = 100, Right = 100, OnGrid = false, Side = JustificationValues.Left };

    public static W.Table? Write(OfficialDocument document)
    {
        List<W.Paragraph> lines = [];
        if (document.CopiesTo.Count > 0)
        {
            lines.Add(Parts.Line("抄送：" + string.Join("，", document.CopiesTo) + "。", _line with { Left = 400, Hanging = 300 }));
        }
        if (document.PrintedBy is { } by)
        {
            var line = Parts.Line([Parts.Run(by, _line), new Run(new TabChar()), Parts.Run(DayText.Of(document.PrintedOn ?? document.Day) + "印发", _line)], _line);
            line.ParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = Measures.AreaWidth - Measures.SizeFour * 10 });
            lines.Add(line);
        }
        if (lines.Count == 0)
        {
            return null;
        }
        var width = Parts.Number(Measures.AreaWidth);
        var table = new W.Table(
            new TableProperties
            {
                TablePositionProperties = new TablePositionProperties
                {
                    VerticalAnchor = VerticalAnchorValues.Margin,
                    TablePositionYAlignment = VerticalAlignmentValues.Bottom,
                    // From the paper's edge: one word processor floats a table as wide as the text only then.
                    HorizontalAnchor = HorizontalAnchorValues.Page,
                    TablePositionX = Measures.Left,
                },
                TableWidth = new TableWidth { Type = TableWidthUnitValues.Dxa, Width = width },
                TableBorders = new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = Measures.ImprintOuterRule },
                    new BottomBorder { Val = BorderValues.Single, Size = Measures.ImprintOuterRule },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = Measures.ImprintInnerRule }),
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }),
            },
            new TableGrid(new GridColumn { Width = width }));
        foreach (var line in lines)
        {
            table.Append(new TableRow(
                new TableRowProperties(new CantSplit()),
                new TableCell(new TableCellProperties { TableCellWidth = new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = width } }, line)));
        }
        return table;
    }
}
