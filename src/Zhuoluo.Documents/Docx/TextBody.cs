using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Zhuoluo.Documents.Docx;

/// <summary>The text: headings by level 黑体, 楷体, 仿宋, 仿宋, paragraphs two characters in, tables across.</summary>
internal sealed class TextBody
{
    private static readonly string[] _fonts = [Fonts.Head, Fonts.Second, Fonts.Body, Fonts.Body];
    private readonly List<C.ChartSpace> _charts = [];
    private int _figures;

    /// <summary>The parts to which what was written refers.</summary>
    public IReadOnlyList<C.ChartSpace> Charts => _charts;

    public IEnumerable<OpenXmlElement> Write(IReadOnlyList<Block> blocks)
    {
        var numbering = new Numbering();
        foreach (var block in blocks)
        {
            foreach (var element in Write(block, numbering))
            {
                yield return element;
            }
        }
    }

    private IEnumerable<OpenXmlElement> Write(Block block, Numbering numbering) => block switch
    {
        Heading heading => [Parts.Line(numbering.Next(heading.Level) + heading.Text, new Setting
        {
            First = 200, Font = _fonts[heading.Level - 1], Style = StyleSheet.HeadingId(heading.Level), KeepsWithNext = true,
        })],
        Documents.Paragraph paragraph => [Parts.Line(paragraph.Spans.Select(s => Part(s, new Setting())), new Setting { First = 200 })],
        Labelled labelled => [Parts.Line(
            [Parts.Run(labelled.Label + "：", new Setting { Font = Fonts.Head }), Parts.Run(labelled.Text, new Setting())], new Setting { First = 200 })],
        Documents.Table table => TableWriter.Write(table),
        Chart chart => Drawn(chart, numbering),
        _ => [],
    };

    private IEnumerable<OpenXmlElement> Drawn(Chart chart, Numbering numbering)
    {
        _charts.Add(ChartDrawing.Space(chart));
        var under = new Setting { Size = Measures.SizeFour, Side = JustificationValues.Center };
        return
        [
            ChartWriter.Frame(chart, _charts.Count),
            Parts.Line(chart.Caption.Select(s => Part(s, under)).Prepend(Parts.Run(numbering.NextChart(), under)), under),
        ];
    }

    private OpenXmlElement Part(Span span, Setting setting) => span.Figure is null ? Parts.Run(span.Text, setting) : Parts.Figure(span, ++_figures, setting);
}
