using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Zhuoluo.Tests.Shell;

/// <summary>The parts as a browser gets them, on the style pages.</summary>
public sealed class PartsTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task A_field_ties_label_hint_and_error_to_its_control()
    {
        var page = await GetAsync("/shell/parts/citizen?wrong=1");
        var control = page.QuerySelector("[name='Form.Title']")!;

        Assert.Equal("标题", page.QuerySelector($"label[for='{control.Id}']")!.FirstChild!.TextContent);
        Assert.Equal("Form_Title-hint Form_Title-error", control.GetAttribute("aria-describedby"));
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Equal("true", control.GetAttribute("aria-required"));
        Assert.Equal("40", control.GetAttribute("maxlength"));
        Assert.Equal("请填写此项", page.GetElementById("Form_Title-error")!.TextContent);
    }

    [Fact]
    public async Task The_summary_lists_refusals_first_then_the_fields_in_the_order_shown()
    {
        var page = await GetAsync("/shell/parts/citizen?wrong=1");
        var items = page.QuerySelectorAll(".error-summary li").Select(i => i.TextContent);

        Assert.Equal(
            ["该事项已由他人办理，请刷新后再试。", "标题：请填写此项", "问题类别：请填写此项", "详细情况：请填写此项", "从哪里得知：请填写此项", "手机号码：请填写此项"],
            items);
        Assert.All(page.QuerySelectorAll(".error-summary a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.StartsWith("有误：", page.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_form_has_no_summary() => Assert.Null((await GetAsync("/shell/parts/citizen")).QuerySelector(".error-summary"));

    [Fact]
    public async Task Choices_keep_what_was_chosen()
    {
        var page = await GetAsync("/shell/parts/citizen");
        Assert.Equal("water", page.QuerySelector("select option[selected]")!.GetAttribute("value"));
        Assert.Equal("sms", page.QuerySelectorAll("[name='Form.Ways'][checked]").Single().GetAttribute("value"));
        Assert.Contains("巷口第三盏路灯\n从上周五起不亮。", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_light_says_the_same_by_shape_word_and_class()
    {
        var lights = (await GetAsync("/shell/parts")).QuerySelectorAll("p.soft .light");
        Assert.Equal(["正常", "临期", "逾期", "无期限"], lights.Select(l => l.TextContent));
        Assert.Equal(4, lights.Select(l => l.QuerySelector("svg")!.InnerHtml).Distinct().Count());
    }

    [Fact]
    public async Task A_figure_is_a_link_to_what_it_counted()
    {
        var tile = (await GetAsync("/shell/parts")).QuerySelector("a.figure-tile[href='/x?late']")!;
        Assert.Equal("1,364", tile.QuerySelector(".figure-number")!.TextContent);
    }

    [Fact]
    public async Task The_pager_keeps_the_filters()
    {
        var page = await GetAsync("/shell/parts?kind=water&p=2");
        Assert.Equal("/shell/parts?kind=water&p=3", page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Each_form_shown_has_a_key_of_its_own()
    {
        var first = (await GetAsync("/shell/parts/citizen")).QuerySelector("[name=OnceKey]")!.GetAttribute("value");
        var second = (await GetAsync("/shell/parts/citizen")).QuerySelector("[name=OnceKey]")!.GetAttribute("value");
        Assert.Matches("^[0-9a-f]{32}$", first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Instants_are_shown_in_the_time_of_the_place()
    {
        var moment = (await GetAsync("/shell/parts")).QuerySelector(".facts time.moment")!;
        Assert.Equal("2026-11-20 09:12", moment.TextContent);
        Assert.Equal("2026-11-20T09:12:00+08:00", moment.GetAttribute("datetime"));
    }

    [Fact]
    public async Task Pages_are_written_in_characters_not_in_entities()
    {
        // The encoder keeps the plus sign as an entity; Chinese starts at U+4E00.
        var text = await host.Client.GetStringAsync(new Uri("/shell/parts", UriKind.Relative));
        Assert.DoesNotContain("&#x4", text, StringComparison.Ordinal);
    }

    private async Task<IDocument> GetAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync(await host.Client.GetStringAsync(new Uri(path, UriKind.Relative)));
}
