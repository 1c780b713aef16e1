using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Wordprocessing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using P = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Docx;

/// <summary>Where a chart stands in the text: how high, over the whole width, what it shows read aloud.</summary>
internal static class ChartWriter
{
    private const int EmuPerTwip = 635;
    private const int FewestLines = 7;
    private const int LegendLines = 1;
    private const int MostLines = 16;

    /// <summary>How many lines of the grid it takes: bars need room for each, lines a third of a page.</summary>
    public static int LinesOf(Chart chart) => chart.Kind == ChartKind.Lines ? FewestLines + 2
        : Math.Clamp((chart.Marks.Count * chart.Series.Count * 3 / 4) + 2 + (chart.Series.Count > 1 ? LegendLines : 0), FewestLines, MostLines);

    /// <summary>The paragraph in which the chart stands, over the width of the text.</summary>
    public static W.Paragraph Frame(Chart chart, int number)
    {
        var frame = new P.Inline(
            new P.Extent { Cx = (long)Measures.AreaWidth * EmuPerTwip, Cy = ((long)LinesOf(chart) * Measures.Line - Measures.Line / 4) * EmuPerTwip },
            new P.DocProperties { Id = (uint)number, Name = Package.ChartId(number), Description = chart.CaptionText },
            new P.NonVisualGraphicFrameDrawingProperties(),
            new Graphic(new GraphicData(new C.ChartReference { Id = Package.ChartId(number) }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
        var line = Parts.Line([new W.Run(new Drawing(frame))], new Setting { Side = JustificationValues.Center, KeepsWithNext = true });
        // An exact line would cut the picture off.
        line.ParagraphProperties!.SpacingBetweenLines!.LineRule = LineSpacingRuleValues.AtLeast;
        return line;
    }
}
