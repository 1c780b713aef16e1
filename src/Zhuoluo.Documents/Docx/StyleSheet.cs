using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Docx;

/// <summary>Default font and line, and headings a reader can walk by.</summary>
internal static class StyleSheet
{
    public const string TitleId = "Title";

    public static string HeadingId(int level) => "Heading" + Parts.Number(level);

    public static Styles Write() => new(
    [
        new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            RunFonts = new RunFonts { Ascii = Fonts.Latin, HighAnsi = Fonts.Latin, EastAsia = Fonts.Body },
            Color = new Color { Val = "000000" },
            FontSize = new FontSize { Val = Parts.Number(Measures.SizeThree) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = Parts.Number(Measures.SizeThree) },
            Languages = new Languages { Val = "en-US", EastAsia = "zh-CN" },
        })),
        new Style(
            new StyleName { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties
            {
                // 22 lines stand on every page and 28 characters on every line: no line moves for its neighbour's sake.
                WidowControl = new WidowControl { Val = false },
                AutoSpaceDE = new AutoSpaceDE { Val = false },
                AutoSpaceDN = new AutoSpaceDN { Val = false },
                SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = "0", Line = Parts.Number(Measures.Line), LineRule = LineSpacingRuleValues.Exact },
            }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Based(TitleId, "Title", null),
        .. Enumerable.Range(1, Numbering.Levels).Select(level => (OpenXmlElement)Based(HeadingId(level), "heading " + Parts.Number(level), level - 1)),
    ]);

    private static Style Based(string id, string name, int? outline) => new(
        new StyleName { Val = name },
        new BasedOn { Val = "Normal" },
        new NextParagraphStyle { Val = "Normal" },
        new PrimaryStyle(),
        new StyleParagraphProperties { OutlineLevel = outline is { } level ? new OutlineLevel { Val = level } : null })
    { Type = StyleValues.Paragraph, StyleId = id };
}
