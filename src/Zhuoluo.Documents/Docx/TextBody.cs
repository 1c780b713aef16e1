using DocumentFormat.OpenXml;

namespace Zhuoluo.Documents.Docx;

/// <summary>The text: headings by level 黑体, 楷体, 仿宋, 仿宋, paragraphs two characters in, tables across.</summary>
internal sealed class TextBody
{
    private static readonly string[] _fonts = [Fonts.Head, Fonts.Second, Fonts.Body, Fonts.Body];
    private int _figures;

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
        Documents.Paragraph paragraph => [Parts.Line(paragraph.Spans.Select(Part), new Setting { First = 200 })],
        Labelled labelled => [Parts.Line(
            [Parts.Run(labelled.Label + "：", new Setting { Font = Fonts.Head }), Parts.Run(labelled.Text, new Setting())], new Setting { First = 200 })],
        Documents.Table table => TableWriter.Write(table),
        _ => [],
    };

    private OpenXmlElement Part(Span span) => span.Figure is null ? Parts.Run(span.Text, new Setting()) : Parts.Figure(span, ++_figures, new Setting());
}
