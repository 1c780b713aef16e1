using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Zhuoluo.Documents.Docx;
using Zhuoluo.Documents.Html;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using P = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Zhuoluo.Documents.Tests;

public sealed class ChartTests
{
    private static readonly OfficialDocument _document = Given.ADocument() with { Text = [Given.Months, new Heading(1, "投资"), Given.Units] };

    [Fact]
    public void A_word_processor_draws_them_from_values_that_stand_in_the_file()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(DocxFile.Write(_document)), false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        var charts = file.MainDocumentPart!.Document.Descendants<C.ChartReference>().Select(r => ((ChartPart)file.MainDocumentPart.GetPartById(r.Id!)).ChartSpace).ToList();
        Assert.Equal(["1203", "0", "603"], charts[0].Descendants<C.NumericPoint>().Select(p => p.InnerText));
        Assert.Equal(["2.25", "11", "1.5", "10.125"], charts[1].Descendants<C.NumericPoint>().Select(p => p.InnerText));
        Assert.Equal(["1月", "2月", "3月"], charts[0].Descendants<C.StringPoint>().Select(p => p.InnerText));
        Assert.Equal(("#,##0", "#,##0.000"), (charts[0].Descendants<C.FormatCode>().Single().Text, charts[1].Descendants<C.FormatCode>().First().Text));
        Assert.Equal("投资，按单位（亿元）", file.MainDocumentPart.Document.Descendants<P.DocProperties>().Last().Description!.Value);
    }

    [Fact]
    public void Each_has_its_number_and_a_caption_whose_computed_number_cannot_be_typed_over()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(DocxFile.Write(_document)), false);
        var captions = file.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText).Where(t => t.StartsWith('图'));
        Assert.Equal(["图1　收到诉求，按月（件），合计1806", "图2　投资，按单位（亿元）"], captions);
        Assert.Equal("figure.matters.received", file.MainDocumentPart.Document.Descendants<SdtRun>().Single().Descendants<Tag>().Single().Val!.Value);
        Assert.Equal(DocxFile.Write(_document), DocxFile.Write(_document));
    }

    [Fact]
    public void In_html_somebody_else_draws_them_or_they_are_tables()
    {
        var drawn = HtmlText.Write(_document, _ => "/figures/stated/1", chart => $"<svg>{chart.Kind}</svg>");
        Assert.Contains("<figure class=\"official-chart\">\n<svg>Lines</svg><figcaption>图1　收到诉求，按月（件），合计<a href=\"/figures/stated/1\">", drawn, StringComparison.Ordinal);
        Assert.Contains("<td class=\"num\">10.125</td>", HtmlText.Write(_document), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_chart_the_caption_counts_as_length() => Assert.Equal(CharacterCount.Of("收到诉求，按月（件），合计1806"), CharacterCount.Of([Given.Months]));
}
