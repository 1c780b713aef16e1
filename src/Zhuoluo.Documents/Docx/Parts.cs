using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Docx;

/// <summary>How one paragraph stands: indents in hundredths of a character, so that they follow the font and not a ruler (rules E1.1).</summary>
internal sealed record Setting
{
    public string Font { get; init; } = Fonts.Body;
    public int Size { get; init; } = Measures.SizeThree;
    public JustificationValues Side { get; init; } = JustificationValues.Both;
    public int First { get; init; }
    public int Hanging { get; init; }
    public int Left { get; init; }
    public int Right { get; init; }
    public int Before { get; init; }
    public int LineHeight { get; init; } = Measures.Line;
    public string? Style { get; init; }
    public string? Color { get; init; }
    public bool NewPage { get; init; }
    public bool KeepsWithNext { get; init; }
    /// <summary>Off in tables and page numbers, whose characters do not follow the grid.</summary>
    public bool OnGrid { get; init; } = true;
}

internal static class Parts
{
    public static W.Paragraph Line(string text, Setting setting) => Line([Run(text, setting)], setting);

    public static W.Paragraph Line(IEnumerable<OpenXmlElement> runs, Setting setting) => new(runs.Prepend(Properties(setting)));

    public static ParagraphProperties Properties(Setting setting) => new()
    {
        ParagraphStyleId = setting.Style is { } style ? new ParagraphStyleId { Val = style } : null,
        KeepNext = setting.KeepsWithNext ? new KeepNext() : null,
        PageBreakBefore = setting.NewPage ? new PageBreakBefore() : null,
        SnapToGrid = setting.OnGrid ? null : new SnapToGrid { Val = false },
        SpacingBetweenLines = new SpacingBetweenLines { Before = Number(setting.Before), After = "0", Line = Number(setting.LineHeight), LineRule = LineSpacingRuleValues.Exact },
        Indentation = Indent(setting),
        Justification = new Justification { Val = setting.Side },
    };

    public static Run Run(string text, Setting setting) => new(
        new RunProperties
        {
            RunFonts = new RunFonts { Ascii = Fonts.Latin, HighAnsi = Fonts.Latin, EastAsia = setting.Font },
            Color = setting.Color is { } color ? new Color { Val = color } : null,
            Spacing = setting is { OnGrid: true, Size: Measures.SizeThree } ? new Spacing { Val = Measures.CharacterSpacing } : null,
            FontSize = new FontSize { Val = Number(setting.Size) },
            FontSizeComplexScript = new FontSizeComplexScript { Val = Number(setting.Size) },
        },
        new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>A computed number: a content control that names its figure and whose content is locked.</summary>
    public static SdtRun Figure(Span span, int id, Setting setting) => new(
        new SdtProperties(
            new SdtAlias { Val = span.Figure },
            new W.Lock { Val = LockingValues.SdtContentLocked },
            new SdtId { Val = id },
            new Tag { Val = span.Figure },
            new SdtContentText()),
        new SdtContentRun(Run(span.Text, setting)));

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Readers that do not know characters as a unit take the twips beside them.
    private static Indentation? Indent(Setting s)
    {
        if ((s.First, s.Hanging, s.Left, s.Right) is (0, 0, 0, 0))
        {
            return null;
        }
        string Twips(int hundredths) => Number(hundredths * s.Size / 10);
        var indent = new Indentation();
        if (s.First > 0)
        {
            (indent.FirstLineChars, indent.FirstLine) = (s.First, Twips(s.First));
        }
        if (s.Hanging > 0)
        {
            (indent.HangingChars, indent.Hanging) = (s.Hanging, Twips(s.Hanging));
        }
        if (s.Left > 0)
        {
            (indent.LeftChars, indent.Left) = (s.Left, Twips(s.Left));
        }
        if (s.Right > 0)
        {
            (indent.RightChars, indent.Right) = (s.Right, Twips(s.Right));
        }
        return indent;
    }
}
