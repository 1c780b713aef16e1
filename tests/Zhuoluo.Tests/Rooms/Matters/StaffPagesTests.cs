using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters;

public sealed class StaffPagesTests
{
    [Theory]
    [InlineData("/work")]
    [InlineData("/matters")]
    [InlineData("/matters?state=open&sort=due&dense=1")]
    [InlineData("/matters/new")]
    [InlineData("/triage")]
    [InlineData("/statistics")]
    [InlineData("/statistics?by=month")]
    public async Task Get_shows_the_page_without_unread_keys_in_three_languages_and_answers_head(string path)
    {
        await using var house = await StaffSite.OpenAsync();
        await house.SignedAsync(Town.Pipes, Town.PipeHandler);
        await house.RegisterAsync();
        using var client = await house.Site.SignInAsync(Role.Dispatcher);

        foreach (var language in new[] { "zh-Hans", "zh-Hant", "en" })
        {
            var separator = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
            var page = await client.PageAsync($"{path}{separator}lang={language}");
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.NotEmpty(page.QuerySelector("h1")!.TextContent.Trim());
            Assert.DoesNotMatch(@"\b(matters|state|verb|kind|channel|outcome|refusal|light|reason)\.[a-z-]+", page.QuerySelector("main")!.TextContent);
        }
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Theory]
    [InlineData("/work")]
    [InlineData("/matters")]
    [InlineData("/matters/2026-000001")]
    [InlineData("/triage")]
    [InlineData("/statistics")]
    public async Task Get_without_session_leads_to_sign_in(string path)
    {
        await using var house = await StaffSite.OpenAsync();
        using var client = house.Site.Client();
        using var answer = await client.GetAsync(path);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_of_another_unit_is_not_there()
    {
        await using var house = await StaffSite.OpenAsync();
        var theirs = await house.AssignedAsync(Town.TownHall);
        using var client = await house.Site.SignInAsync(Role.Handler, Town.Pipes.Id);

        using var answer = await client.GetAsync("/matters/" + theirs.Number);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_matter_shows_its_story_its_units_and_what_can_be_done()
    {
        await using var house = await StaffSite.OpenAsync();
        var receipt = await house.AssignedAsync(Town.Pipes, "<b>上坪村</b>停水三天");
        house.Site.Clock.Advance(TimeSpan.FromHours(5));
        await house.DoAsync(receipt, Verb.Sign, Town.PipeHandler);
        using var client = await house.Site.SignInAsync(Role.Handler, Town.Pipes.Id);

        var page = await client.PageAsync("/matters/" + receipt.Number);

        Assert.Equal("签收,派单,受理,登记", string.Join(',', page.QuerySelectorAll(".timeline .step-head strong").Select(s => s.TextContent)));
        Assert.Contains("供水管网站", page.QuerySelector("#times")!.Closest("section")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 小时", page.QuerySelector("#times")!.Closest("section")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b>上坪村</b>停水三天", page.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".verbs a"), a => a.GetAttribute("href") == $"/matters/{receipt.Number}/do/answer");
        Assert.DoesNotContain(page.QuerySelectorAll(".verbs a"), a => a.TextContent == "办结");
        Assert.DoesNotContain("13800001234", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_is_done_through_its_page()
    {
        await using var house = await StaffSite.OpenAsync();
        var receipt = await house.SignedAsync(Town.Pipes, Town.PipeHandler);
        using var client = await house.Site.SignInAsync(Role.Handler, Town.Pipes.Id);

        using var answer = await client.PostFormAsync($"/matters/{receipt.Number}/do/answer", new()
        {
            ["Form.Text"] = "上坪村停水是水管老化，已更换老化水管，恢复供水。",
            ["Form.Outcome"] = "solved",
        });

        Assert.Equal($"/matters/{receipt.Number}", answer.Headers.Location?.OriginalString);
        var page = await client.PageAsync("/matters/" + receipt.Number);
        Assert.Contains("答复待审核", page.QuerySelector(".matter-signs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已更换老化水管", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_names_what_is_missing()
    {
        await using var house = await StaffSite.OpenAsync();
        var receipt = await house.SignedAsync(Town.Pipes, Town.PipeHandler);
        using var client = await house.Site.SignInAsync(Role.Handler, Town.Pipes.Id);
        var path = $"/matters/{receipt.Number}/do/answer";

        using var answer = await client.PostFormAsync(path, new() { ["Form.Text"] = "已到现场，" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await ParsedAsync(answer);
        Assert.Equal("已到现场，", page.QuerySelector("textarea[name='Form.Text']")!.TextContent);
        Assert.Contains("办理结果", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_what_changed_and_may_send_again()
    {
        await using var house = await StaffSite.OpenAsync();
        var receipt = await house.SignedAsync(Town.Pipes, Town.PipeHandler);
        using var client = await house.Site.SignInAsync(Role.Handler, Town.Pipes.Id);
        var path = $"/matters/{receipt.Number}/do/answer";
        var before = (await client.PageAsync(path)).QuerySelector<IHtmlInputElement>("input[name=RecordVersion]")!.Value;
        await house.DoAsync(receipt, Verb.Urge, Town.Supervisor, d => d with { Reason = "群众再次来电" });

        using var answer = await client.PostFormAsync(path, new() { ["Form.Text"] = "已恢复供水。", ["Form.Outcome"] = "solved", ["RecordVersion"] = before });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await ParsedAsync(answer);
        Assert.Contains("催办", page.QuerySelector(".meanwhile")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("王督办", page.QuerySelector(".meanwhile")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("已恢复供水。", page.QuerySelector("textarea[name='Form.Text']")!.TextContent);
        Assert.NotEqual(before, page.QuerySelector<IHtmlInputElement>("input[name=RecordVersion]")!.Value);
    }

    [Fact]
    public async Task Each_number_of_the_workbench_opens_exactly_as_many_matters()
    {
        await using var house = await StaffSite.OpenAsync();
        await house.SignedAsync(Town.Pipes, Town.PipeHandler);
        await house.AssignedAsync(Town.Housing);
        await house.RegisterAsync();
        foreach (var (role, unit) in new[] { (Role.Dispatcher, Town.County), (Role.UnitHead, Town.Housing), (Role.Supervisor, Town.County), (Role.Clerk, Town.TownHall) })
        {
            using var client = await house.Site.SignInAsync(role, unit.Id);
            var work = await client.PageAsync("/work");
            var tiles = work.QuerySelectorAll("a.figure-tile");
            Assert.NotEmpty(tiles);
            foreach (var tile in tiles)
            {
                var list = await client.PageAsync(tile.GetAttribute("href")!);
                Assert.Equal(tile.QuerySelector(".figure-number")!.TextContent, list.QuerySelectorAll("tr[data-key]").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public async Task Triage_sorts_accepts_and_assigns_with_one_form()
    {
        await using var house = await StaffSite.OpenAsync();
        var receipt = await house.RegisterAsync("上坪村连续停水三天，没有提前通知。");
        using var client = await house.Site.SignInAsync(Role.Dispatcher);
        var queue = await client.PageAsync("/triage");
        Assert.Equal("0101", queue.QuerySelector<IHtmlSelectElement>("select[name=Category]")!.Value);

        using var answer = await client.PostFormAsync("/triage", new() { ["Other"] = "供水管网站" }, "form.queue-form");

        Assert.Equal("/triage", answer.Headers.Location?.OriginalString);
        var page = await client.PageAsync("/matters/" + receipt.Number);
        Assert.Contains("待签收", page.QuerySelector(".matter-signs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("停水", page.QuerySelector("aside .facts")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await client.PageAsync("/triage")).QuerySelectorAll(".queue-item"));
    }

    [Fact]
    public async Task Many_are_assigned_at_once_and_each_says_what_came_of_it()
    {
        await using var house = await StaffSite.OpenAsync();
        var ready = await house.RegisterAsync();
        await house.DoAsync(ready, Verb.Accept, Town.Dispatcher);
        var unready = await house.RegisterAsync("村口路灯坏了，晚上看不见。");
        using var client = await house.Site.SignInAsync(Role.Dispatcher);
        var page = await client.PageAsync("/matters");
        var form = page.QuerySelector<IHtmlFormElement>("form#bulk")!;
        var sent = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is { Length: > 0 }).Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Where(p => p.Key != "pick")
            .Concat(page.QuerySelectorAll("input.pick").Cast<IHtmlInputElement>().Select(i => KeyValuePair.Create("pick", i.Value)))
            .Append(KeyValuePair.Create("to", Town.Pipes.Code));

        using var answer = await client.PostAsync("/matters", new FormUrlEncodedContent(sent));

        var results = (await ParsedAsync(answer)).QuerySelectorAll(".bulk-results li");
        Assert.Equal(2, results.Length);
        Assert.Contains("已派给供水管网站", results.Single(r => r.TextContent.Contains(ready.Number, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("未派", results.Single(r => r.TextContent.Contains(unready.Number, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_makes_no_formula_and_tells_no_telephone()
    {
        await using var house = await StaffSite.OpenAsync();
        await house.RegisterAsync("=HYPERLINK(\"http://x\") 电话13900001111", c => c with { Title = "=1+1 打13900001111" });
        await house.RegisterAsync("举报某局", c => c with { IsConfidential = true, Title = "保密的事" });
        using var client = await house.Site.SignInAsync(Role.Dispatcher);

        using var answer = await client.GetAsync("/matters/export");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = System.Text.Encoding.UTF8.GetString(bytes);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains(",'=1+1 打***********,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13900001111", text, StringComparison.Ordinal);
        Assert.DoesNotContain("保密的事", text, StringComparison.Ordinal);
        using var clerk = await house.Site.SignInAsync(Role.Clerk, Town.TownHall.Id);
        using var refused = await clerk.GetAsync("/matters/export");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1\r\n")]
    [InlineData("＝cmd", "'＝cmd\r\n")]
    [InlineData("  @sum", "'  @sum\r\n")]
    [InlineData("-5", "'-5\r\n")]
    [InlineData("\tx", "'\tx\r\n")]
    [InlineData("他说“好”,\"行\"", "\"他说“好”,\"\"行\"\"\"\r\n")]
    [InlineData("路灯", "路灯\r\n")]
    public void A_cell_is_text_whatever_it_holds(string cell, string line) => Assert.Equal(line, MatterExport.Line([cell]));

    [Fact]
    public async Task Staff_take_a_matter_in_and_tell_its_code()
    {
        await using var house = await StaffSite.OpenAsync();
        using var client = await house.Site.SignInAsync(Role.Clerk, Town.TownHall.Id);

        using var answer = await client.PostFormAsync("/matters/new", new()
        {
            ["Form.Channel"] = "window",
            ["Form.Kind"] = "help",
            ["Form.Text"] = "老人来窗口反映低保申请进度",
            ["Form.PlaceCode"] = "360821101201",
        });

        var page = await ParsedAsync(answer);
        Assert.Equal("2026-000001", page.QuerySelector("#receipt-number")!.TextContent);
        Assert.NotEmpty(page.QuerySelector("#receipt-code")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/matters/2026-000001")).StatusCode);
    }

    private static async Task<IHtmlDocument> ParsedAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
}
