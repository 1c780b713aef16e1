using Zhuoluo.Documents.Html;

namespace Zhuoluo.Documents.Tests;

public sealed class RuleTests
{
    [Fact]
    public void Headings_are_counted_and_deeper_ones_start_anew()
    {
        var numbering = new Numbering();
        Assert.Equal(["一、", "（一）", "1.", "（1）", "（2）", "（二）", "1.", "二、", "（一）"],
            new[] { 1, 2, 3, 4, 4, 2, 3, 1, 2 }.Select(numbering.Next));
        for (var i = 2; i < 20; i++)
        {
            numbering.Next(1);
        }
        Assert.Equal("二十一、", numbering.Next(1));
    }

    [Theory]
    [InlineData("关于10月情况的通报", "关于10月情况的通报")]
    [InlineData("关于2026年10月全市民生实事项目推进情况的通报", "关于2026年10月|全市民生实事项目推进情况的通报")]
    [InlineData("河东市民生实事项目和重点改革任务推进情况的通报", "河东市民生实事项目和|重点改革任务推进情况的通报")]
    public void Titles_break_between_words(string title, string lines) => Assert.Equal(lines.Split('|'), TitleLines.Break(title));

    [Fact]
    public void No_line_of_a_title_is_wider_than_the_text()
    {
        for (var length = 1; length < 100; length++)
        {
            var title = string.Concat(Enumerable.Range(0, length).Select(i => "关于民生实事项目推进情况的通报和重点改革"[i % 20]));
            var lines = TitleLines.Break(title);
            Assert.Equal(title, string.Concat(lines));
            Assert.All(lines, line => Assert.InRange(line.Length, 1, TitleLines.Width));
        }
    }

    [Theory]
    [InlineData("河东市民生工作专班", 2026, 1, 5, false, 200, 300)]
    [InlineData("市府办", 2026, 10, 25, false, 800, 200)]
    [InlineData("河东市民生工作专班", 2026, 1, 5, true, 250, 400)]
    public void Signature_and_date_stand_by_their_widths(string name, int year, int month, int day, bool seal, int nameIn, int dayIn) =>
        Assert.Equal(new SignaturePlace(nameIn, dayIn), SignaturePlace.Of(name, new DateOnly(year, month, day), seal));

    [Fact]
    public void Dates_and_numbers_have_no_leading_zeros()
    {
        Assert.Equal("2026年1月5日", DayText.Of(new DateOnly(2026, 1, 5)));
        Assert.Equal("河民通〔2026〕12号", new DocumentNumber("河民通", 2026, 12).ToString());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("国国，国。", 5)]
    [InlineData("共 1,234 项", 3)]
    [InlineData("99.74%的GB标准", 5)]
    public void Characters_are_counted_as_offices_count_them(string text, int count) => Assert.Equal(count, CharacterCount.Of(text));

    [Theory]
    [InlineData(3_600, CharacterCount.Special, LengthState.Within)]
    [InlineData(3_601, CharacterCount.Special, LengthState.Near)]
    [InlineData(4_000, CharacterCount.Special, LengthState.Near)]
    [InlineData(4_001, CharacterCount.Special, LengthState.Over)]
    [InlineData(5_000, CharacterCount.Comprehensive, LengthState.Near)]
    [InlineData(5_001, CharacterCount.Comprehensive, LengthState.Over)]
    public void Lengths_are_held_against_the_limits_of_2024(int count, int limit, LengthState state) => Assert.Equal(state, CharacterCount.State(count, limit));

    [Fact]
    public void Attachments_are_counted_apart()
    {
        var document = Given.ADocument();
        var without = document with { Attachments = [] };
        Assert.Equal(CharacterCount.Of(without), CharacterCount.Of(document));
        Assert.Equal(6 + 2 + 4 + 6, CharacterCount.OfAttachments(document));
    }

    [Fact]
    public void The_page_is_plain_html_whose_figures_open_what_they_count()
    {
        var html = HtmlText.Write(Given.ADocument(), figure => $"/counted/{figure}");
        Assert.Contains("<h2>关于2026年10月民生实事推进情况的通报</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<h3>一、总体情况</h3>", html, StringComparison.Ordinal);
        Assert.Contains("<h6>（1）农村道路</h6>", html, StringComparison.Ordinal);
        Assert.Contains("<h3>1.路</h3>", HtmlText.Write(Given.ADocument() with { Text = [new Heading(3, "路")] }), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/counted/projects.all\"><data value=\"projects.all\">37</data></a>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"num\">12</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_typed_cannot_become_markup() =>
        Assert.Contains("&lt;script&gt;", HtmlText.Write(Given.ADocument() with { Text = [new Paragraph("<script>")] }), StringComparison.Ordinal);
}
