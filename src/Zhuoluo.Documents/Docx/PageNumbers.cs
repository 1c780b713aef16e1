using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Docx;

/// <summary>页码: 4号 宋体, a dash on each side; on odd pages one character in from the right, on even pages from the left (7.5).</summary>
internal static class PageNumbers
{
    private static readonly Setting _number = new() { Font = Fonts.PageNumber, Size = Measures.SizeFour, LineHeight = Measures.SizeFour * 10, OnGrid = false };

    public static Footer Odd() => new(Line(_number with { Side = JustificationValues.Right, Right = 100 }));

    public static Footer Even() => new(Line(_number with { Side = JustificationValues.Left, Left = 100 }));

    public static Footer None() => new(Parts.Line("", _number));

    public static Header DraftMark(string? mark) => new(Parts.Line(mark ?? "", new Setting
    {
        Font = Fonts.Head,
        Size = Measures.SizeFour,
        LineHeight = Measures.SizeFour * 10,
        OnGrid = false,
        Side = JustificationValues.Right,
    }));

    private static W.Paragraph Line(Setting setting)
    {
        var half = setting with { };
        var field = new SimpleField(Half("1", half)) { Instruction = " PAGE " };
        return Parts.Line([Half("— ", half), field, Half(" —", half)], setting);
    }

    // Digits of the page number are 宋体 too, not the text's Latin font.
    private static Run Half(string text, Setting setting)
    {
        var run = Parts.Run(text, setting);
        var fonts = run.RunProperties!.RunFonts!;
        (fonts.Ascii, fonts.HighAnsi) = (Fonts.PageNumber, Fonts.PageNumber);
        return run;
    }
}
