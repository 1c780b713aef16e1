using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Petitions.OpinionPaper;

/// <summary>The opinion as .docx with the measures of GB/T 9704 (rules E1): A4, margins 37/35/28/26 mm, 28.95 pt lines, body 16 pt FangSong; fonts are named, not embedded.</summary>
internal static class OpinionFile
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string TitleFont = "方正小标宋简体";
    private const string HeadFont = "黑体";
    private const string BodyFont = "仿宋_GB2312";

    public static void Map(WebApplication app) => app.MapGet("/petitions/{number}/opinions/{id:long}.docx", SendAsync).Needs(Capability.SeeMatters);

    private static async Task<IResult> SendAsync(string number, long id, HttpContext context, ZhuoluoContext db, Offices offices, Texts texts, CancellationToken cancel) =>
        await OpinionText.FindAsync(db, number, id, Viewer.Of(context.Act(), offices.Current), texts, cancel) is { } text
            ? Results.File(Write(text, texts), ContentType, $"{number}-{id}.docx")
            : Results.NotFound();

    internal static byte[] Write(OpinionText text, Texts texts)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body();
            body.Append(Line(text.Title, TitleFont, 44, JustificationValues.Center, indent: 0), Line("", BodyFont, 32, JustificationValues.Both, 0));
            foreach (var (heading, part) in text.Parts)
            {
                body.Append(Line(heading, HeadFont, 32, JustificationValues.Both, 200));
                body.Append(part.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => Line(texts.Show(p), BodyFont, 32, JustificationValues.Both, 200)));
            }
            body.Append(Line(text.Next, BodyFont, 32, JustificationValues.Both, 200), Line("", BodyFont, 32, JustificationValues.Both, 0));
            body.Append(Line(text.Signed, BodyFont, 32, JustificationValues.Right, 0));
            body.Append(Line(texts["petition.paper.day", text.On.Year, text.On.Month, text.On.Day], BodyFont, 32, JustificationValues.Right, 0));
            body.Append(new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 851, Footer = 992, Gutter = 0 }));
            file.AddMainDocumentPart().Document = new Document(body);
        }
        return stream.ToArray();
    }

    // Indent by characters, so that it follows the font (rules E1.1).
    private static Paragraph Line(string text, string font, int halfPoints, JustificationValues side, int indent) => new(
        new ParagraphProperties(
            new SpacingBetweenLines { Line = "579", LineRule = LineSpacingRuleValues.Exact, Before = "0", After = "0" },
            new Indentation { FirstLineChars = indent },
            new Justification { Val = side }),
        new Run(
            new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = font }, new FontSize { Val = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture) }),
            new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
}
