using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Zhuoluo.Documents.Docx;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Zhuoluo.Documents.Tests;

/// <summary>The numbers of rules E1 (GB/T 9704-2012), read back from the file.</summary>
public sealed class LayoutTests
{
    private static readonly OfficialDocument _document = Given.ADocument();

    [Fact]
    public void The_file_is_valid_and_says_what_it_is()
    {
        using var file = Open(_document);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Equal(_document.Title, file.PackageProperties.Title);
    }

    [Fact]
    public void Paper_margins_and_grid_are_those_of_the_standard()
    {
        using var file = Open(_document);
        Assert.All(Body(file).Descendants<SectionProperties>(), section =>
        {
            var (size, margin, grid) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!, section.GetFirstChild<DocGrid>()!);
            Assert.Equal((11_906u, 16_838u), (size.Width!.Value, size.Height!.Value));
            Assert.Equal((2_098, 1_984, 1_587u, 1_474u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
            Assert.Equal((DocGridValues.Lines, 579), (grid.Type!.Value, grid.LinePitch!.Value));
        });
        Assert.InRange(Measures.PageWidth - Measures.Left - Measures.Right, Measures.AreaWidth, Measures.AreaWidth + 2);
        Assert.InRange(Measures.PageHeight - Measures.Top - Measures.Bottom, Measures.AreaHeight, Measures.AreaHeight + 2);
        Assert.InRange(22 * Measures.Line, Measures.AreaHeight - Measures.Line, Measures.AreaHeight);
        Assert.InRange(28 * (16 * 20 + Measures.CharacterSpacing), Measures.AreaWidth - 28, Measures.AreaWidth);
    }

    [Fact]
    public void The_head_is_red_and_its_line_is_the_numbers_border()
    {
        using var file = Open(_document);
        var mark = Of(file, _document.Mark);
        Assert.Equal(("方正小标宋简体", "FF0000"), (Font(mark), mark.Descendants<Color>().Single().Val!.Value));
        Assert.Equal((JustificationValues.Center, "1984"), (Side(mark), Before(mark)));
        var number = Of(file, "河民通〔2026〕1号");
        Assert.Equal(("1158", "仿宋_GB2312", "32"), (Before(number), Font(number), Size(number)));
        var line = number.ParagraphProperties!.ParagraphBorders!.BottomBorder!;
        Assert.Equal(("FF0000", 11u, BorderValues.Single), (line.Color!.Value, line.Space!.Value, line.Val!.Value));
        Assert.Empty(file.MainDocumentPart!.ImageParts);
    }

    [Fact]
    public void A_document_that_goes_up_names_its_approver_beside_the_number()
    {
        using var file = Open(_document with { Approver = "王某" });
        var number = Body(file).Elements<W.Paragraph>().Single(p => p.InnerText.Contains("签发人：", StringComparison.Ordinal));
        Assert.StartsWith("　河民通〔2026〕1号", number.InnerText, StringComparison.Ordinal);
        Assert.Equal("楷体_GB2312", number.Descendants<RunFonts>().Last().EastAsia!.Value);
        Assert.Equal(JustificationValues.Left, Side(number));
    }

    [Fact]
    public void Copy_number_and_urgency_stand_on_the_first_lines_and_the_mark_stays_where_it_is()
    {
        using var file = Open(_document with { CopyNumber = 7, Urgency = "特急" });
        Assert.Equal("仿宋_GB2312", Font(Of(file, "000007")));
        Assert.Equal("黑体", Font(Of(file, "特急")));
        Assert.Equal((1_984 - 2 * 579).ToString(System.Globalization.CultureInfo.InvariantCulture), Before(Of(file, _document.Mark)));
    }

    [Fact]
    public void Title_and_addressee_keep_their_empty_lines()
    {
        using var file = Open(_document);
        var title = Body(file).Elements<W.Paragraph>().Single(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Title" && Before(p) == "1158");
        Assert.Equal(("方正小标宋简体", "44", JustificationValues.Center), (Font(title), Size(title), Side(title)));
        Assert.Equal("579", Before(Of(file, _document.Addressee + "：")));
    }

    [Theory]
    [InlineData("一、总体情况", "黑体")]
    [InlineData("（一）进度", "楷体_GB2312")]
    [InlineData("1.道路", "仿宋_GB2312")]
    [InlineData("（1）农村道路", "仿宋_GB2312")]
    [InlineData("二、下步要求", "黑体")]
    public void Headings_have_the_number_and_font_of_their_level(string text, string font)
    {
        using var file = Open(_document);
        var heading = Of(file, text);
        Assert.Equal((font, "32", 200), (Font(heading), Size(heading), heading.ParagraphProperties!.Indentation!.FirstLineChars!.Value));
    }

    [Fact]
    public void Lines_are_exact_and_text_is_two_characters_in()
    {
        using var file = Open(_document);
        var text = Of(file, "截至10月31日，全市列入清单37项。");
        Assert.Equal((200, "640"), (text.ParagraphProperties!.Indentation!.FirstLineChars!.Value, text.ParagraphProperties.Indentation.FirstLine!.Value));
        Assert.All(text.Descendants<Run>(), run => Assert.Equal((-5, "32"), (run.RunProperties!.Spacing!.Val!.Value, run.RunProperties.FontSize!.Val!.Value)));
        Assert.Equal(("579", LineSpacingRuleValues.Exact), (text.ParagraphProperties.SpacingBetweenLines!.Line!.Value, text.ParagraphProperties.SpacingBetweenLines.LineRule!.Value));
    }

    [Fact]
    public void A_computed_number_names_its_figure_and_cannot_be_typed_over()
    {
        using var file = Open(_document);
        var figure = Body(file).Descendants<SdtRun>().Single();
        Assert.Equal(("37", "projects.all"), (figure.InnerText, figure.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value));
        Assert.Equal(LockingValues.SdtContentLocked, figure.SdtProperties!.GetFirstChild<W.Lock>()!.Val!.Value);
    }

    [Fact]
    public void Attachments_are_listed_below_the_text_and_start_their_own_pages()
    {
        using var file = Open(_document);
        var (first, second) = (Of(file, "附件：1. 红灯项目清单"), Of(file, "2. 口径说明"));
        Assert.Equal(("579", 600, 400), (Before(first), first.ParagraphProperties!.Indentation!.LeftChars!.Value, first.ParagraphProperties.Indentation.HangingChars!.Value));
        Assert.Equal((600, 100), (second.ParagraphProperties!.Indentation!.LeftChars!.Value, second.ParagraphProperties.Indentation.HangingChars!.Value));
        var label = Of(file, "附件1");
        Assert.NotNull(label.ParagraphProperties!.PageBreakBefore);
        Assert.Equal("黑体", Font(label));
        Assert.Equal("579", Before(label.ElementsAfter().OfType<W.Paragraph>().First()));
    }

    [Fact]
    public void Name_and_date_stand_where_a_document_without_seal_has_them()
    {
        using var file = Open(_document);
        var (name, day) = (Of(file, _document.Signature!), Of(file, "2026年1月5日"));
        Assert.Equal(("579", 200), (Before(name), name.ParagraphProperties!.Indentation!.RightChars!.Value));
        Assert.Equal(300, day.ParagraphProperties!.Indentation!.RightChars!.Value);
        Assert.Equal(200, Of(file, "（此件公开发布）").ParagraphProperties!.Indentation!.FirstLineChars!.Value);
    }

    [Fact]
    public void The_imprint_lies_at_the_bottom_between_rules()
    {
        using var file = Open(_document);
        var imprint = Body(file).Descendants<W.Table>().Last();
        var properties = imprint.GetFirstChild<TableProperties>()!;
        Assert.Equal(VerticalAlignmentValues.Bottom, properties.TablePositionProperties!.TablePositionYAlignment!.Value);
        Assert.Equal((8u, 6u, 8u), (properties.TableBorders!.TopBorder!.Size!.Value, properties.TableBorders.InsideHorizontalBorder!.Size!.Value, properties.TableBorders.BottomBorder!.Size!.Value));
        Assert.Equal("8844", properties.TableWidth!.Width!.Value);
        Assert.Equal("抄送：市委办公室，市政府办公室。", imprint.Elements<TableRow>().First().InnerText);
        Assert.EndsWith("2026年1月5日印发", imprint.InnerText, StringComparison.Ordinal);
        Assert.All(imprint.Descendants<Run>().Where(r => r.InnerText.Length > 0), run => Assert.Equal("28", run.RunProperties!.FontSize!.Val!.Value));
    }

    [Fact]
    public void An_imprint_after_an_odd_page_gets_an_even_page_without_number()
    {
        using var file = Open(Given.PagesOfGuo() with { Text = [new Documents.Paragraph("国")] });
        var last = Body(file).Elements<SectionProperties>().Single();
        Assert.Equal(SectionMarkValues.EvenPage, last.GetFirstChild<SectionType>()!.Val!.Value);
        Assert.All(last.Elements<FooterReference>(), r => Assert.Equal("none", r.Id!.Value));
        using var numbered = Open(_document with { CopiesTo = [], PrintedBy = null });
        Assert.Equal(["odd", "even"], Body(numbered).Elements<SectionProperties>().Single().Elements<FooterReference>().Select(r => r.Id!.Value));
    }

    [Fact]
    public void Page_numbers_stand_outside_between_dashes()
    {
        using var file = Open(_document);
        var settings = file.MainDocumentPart!.DocumentSettingsPart!.Settings;
        Assert.NotNull(settings.GetFirstChild<EvenAndOddHeaders>());
        var odd = ((FooterPart)file.MainDocumentPart.GetPartById("odd")).Footer.Elements<W.Paragraph>().Single();
        var even = ((FooterPart)file.MainDocumentPart.GetPartById("even")).Footer.Elements<W.Paragraph>().Single();
        Assert.Equal("— 1 —", odd.InnerText);
        Assert.Equal((JustificationValues.Right, 100), (Side(odd), odd.ParagraphProperties!.Indentation!.RightChars!.Value));
        Assert.Equal((JustificationValues.Left, 100), (Side(even), even.ParagraphProperties!.Indentation!.LeftChars!.Value));
        Assert.All(odd.Descendants<RunProperties>(), run => Assert.Equal(("宋体", "宋体", "28"), (run.RunFonts!.EastAsia!.Value, run.RunFonts.Ascii!.Value, run.FontSize!.Val!.Value)));
    }

    [Fact]
    public void A_draft_says_so_on_every_page_and_an_issued_one_does_not()
    {
        using var draft = Open(_document with { Number = null, NumberOpen = "河民通〔2026〕 号", DraftMark = "草稿（未印发）" });
        Assert.Equal("草稿（未印发）", ((HeaderPart)draft.MainDocumentPart!.GetPartById("header")).Header.InnerText);
        using var issued = Open(_document with { DraftMark = "草稿（未印发）" });
        Assert.Equal("", ((HeaderPart)issued.MainDocumentPart!.GetPartById("header")).Header.InnerText);
    }

    [Fact]
    public void Fonts_are_named_and_not_embedded()
    {
        using var file = Open(_document);
        Assert.Null(file.MainDocumentPart!.FontTablePart);
        Assert.All(Body(file).Descendants<RunFonts>(), f => Assert.Contains(f.EastAsia!.Value!, Fonts.All));
    }

    [Fact]
    public void The_same_document_is_the_same_bytes_and_carries_its_own_day()
    {
        var bytes = DocxFile.Write(_document);
        Assert.Equal(bytes, DocxFile.Write(Given.ADocument()));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.All(zip.Entries, e => Assert.Equal(_document.Day.ToDateTime(default), e.LastWriteTime.DateTime));
    }

    private static WordprocessingDocument Open(OfficialDocument document) => WordprocessingDocument.Open(new MemoryStream(DocxFile.Write(document)), false);

    private static Body Body(WordprocessingDocument file) => file.MainDocumentPart!.Document.Body!;

    private static W.Paragraph Of(WordprocessingDocument file, string text) => Body(file).Descendants<W.Paragraph>().Single(p => p.InnerText == text);

    private static string Font(W.Paragraph paragraph) => paragraph.Descendants<RunFonts>().First().EastAsia!.Value!;

    private static string Size(W.Paragraph paragraph) => paragraph.Descendants<FontSize>().First().Val!.Value!;

    private static string Before(W.Paragraph paragraph) => paragraph.ParagraphProperties!.SpacingBetweenLines!.Before!.Value!;

    private static JustificationValues Side(W.Paragraph paragraph) => paragraph.ParagraphProperties!.Justification!.Val!.Value;
}
