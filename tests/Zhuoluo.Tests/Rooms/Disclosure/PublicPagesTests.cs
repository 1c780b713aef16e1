using System.Net;
using System.Xml.Linq;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Disclosure;

public sealed class PublicPagesTests
{
    private static readonly string[] _pages =
    [
        "/", "/submit", "/track", "/privacy", "/public", "/public?q=路灯&kind=help&state=open", "/public/records", "/public/records?town=360821101&month=2026-03&state=closed", "/public/units", "/public/units?year=2026",
        "/public/overdue", "/public/statistics", "/public/drives", "/public/feed.atom", "/public/data/matters.csv", "/robots.txt",
        "/api/v1/public/matters", "/api/v1/public/statistics",
    ];

    [Fact]
    public async Task No_page_holds_a_name_a_telephone_or_the_requesters_own_words()
    {
        await using var site = await Site.OpenAsync();
        var receipt = await site.ShownAsync(await site.ClosedAsync(await site.AssignedAsync(await site.RegisterAsync($"我是{Loop.Name}，电话{Loop.Phone}，门口路灯不亮")), 5, isSolved: true));
        await site.AssignedAsync(await site.RegisterAsync($"我是{Loop.Name}，没有公开"));
        await site.RegisterAsync($"{Loop.Name}举报某人", isConfidential: true);
        await site.DrainAsync();
        using var client = site.Client();
        foreach (var page in _pages.Concat([$"/public/{receipt.Number}", $"/api/v1/public/matters/{receipt.Number}", $"/receipt/{receipt.Number}", $"/rate/{receipt.Number}"]))
        {
            var answer = await client.GetAsync(page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
            var text = await answer.Content.ReadAsStringAsync();
            foreach (var secret in (string[])[Loop.Name, Loop.Phone, "门口路灯不亮", "赵承办", "陈分派", receipt.Code])
            {
                Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{page} shows {secret}");
            }
            Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, page))).StatusCode);
        }
    }

    [Fact]
    public async Task What_is_not_shown_cannot_be_told_from_what_does_not_exist()
    {
        await using var site = await Site.OpenAsync();
        var unreleased = await site.RegisterAsync();
        var confidential = await site.RegisterAsync("举报内容不公开", isConfidential: true);
        using var client = site.Client();
        foreach (var root in (string[])["/public/", "/api/v1/public/matters/"])
        {
            var unknown = await client.GetAsync(root + "2026-999999");
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
            var told = await BodyAsync(unknown, "2026-999999");
            foreach (var number in (string[])[unreleased.Number, confidential.Number])
            {
                var answer = await client.GetAsync(root + number);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                Assert.Equal(told, await BodyAsync(answer, number));
            }
        }
    }

    [Fact]
    public async Task Shows_state_and_outcome_apart_and_both_promised_dates()
    {
        await using var site = await Site.OpenAsync();
        var receipt = await site.ShownAsync(await site.ClosedAsync(await site.AssignedAsync(await site.RegisterAsync()), null, isSolved: false));
        using var client = site.Client();
        var page = await client.PageAsync($"/public/{receipt.Number}");
        Assert.Equal(["已办结", "已解释说明"], page.QuerySelectorAll(".badges .status").Select(s => s.TextContent));
        Assert.Contains("最初承诺", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("城管局", page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("村口路灯坏了三天", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_on_the_home_page_opens_as_many_records()
    {
        await using var site = await Site.OpenAsync();
        await site.ClosedAsync(await site.AssignedAsync(await site.RegisterAsync()), 4, isSolved: true);
        await site.AssignedAsync(await site.RegisterAsync());
        await site.RegisterAsync("保密的一件不计入", isConfidential: true);
        site.Clock.Advance(TimeSpan.FromDays(30));
        using var client = site.Client();
        Assert.Equal([2, 1, 1, 1], await OpenAllAsync(client, "/", "a.figure-tile"));
    }

    [Fact]
    public async Task Every_number_of_statistics_and_of_a_drive_opens_as_many_records()
    {
        await using var site = await Site.OpenAsync();
        await site.DriveAsync("hundred", households: 45);
        await site.ClosedAsync(await site.AssignedAsync(await site.RegisterAsync()), 4, isSolved: true);
        for (var i = 0; i < 6; i++)
        {
            await site.AssignedAsync(await site.RegisterAsync(place: i % 2 == 0 ? Site.OtherTown : Site.Village, kind: MatterKind.Suggestion));
        }
        await site.RegisterAsync("保密的一件不计入", isConfidential: true);
        await site.DrainAsync();
        using var client = site.Client();
        Assert.Equal([9, 1, 1, 8], (await OpenAllAsync(client, "/public/statistics", "a.figure-tile, a.figure-link")).Take(4));
        await OpenAllAsync(client, "/public/statistics", ".chart-wide a[href^='/public/records']");
        await OpenAllAsync(client, "/public/drives", "a.figure-link");
        Assert.Equal([2, 0, 0, 2], (await OpenAllAsync(client, "/public/drives/hundred", "a[href^='/public/records'].figure-tile, a.figure-link")).Take(4));
        var page = await client.PageAsync("/public/drives/hundred");
        Assert.Equal(["1", "45"], page.QuerySelectorAll("a[href^='/public/visits'] .figure-number").Select(n => n.TextContent));
        Assert.Contains("10,000", page.QuerySelector(".notice-plain")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Loop.Name, (await client.PageAsync("/public/visits?drive=hundred&by=visitor")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_show_rates_with_their_two_numbers_and_numbers_open_their_records()
    {
        await using var site = await Site.OpenAsync();
        foreach (var (grade, isSolved) in new (int?, bool)[] { (5, true), (3, true), (1, false), (4, true), (5, true), (4, true), (null, true) })
        {
            await site.ClosedAsync(await site.AssignedAsync(await site.RegisterAsync()), grade, isSolved);
        }
        await site.AssignedAsync(await site.RegisterAsync(), Site.TownOfficeId);
        var withdrawn = await site.AssignedAsync(await site.RegisterAsync());
        await site.DoAsync(withdrawn, Verb.Withdraw, Actor.Public, d => d with { Reason = "自行解决", Code = withdrawn.Code });
        site.Clock.Advance(TimeSpan.FromDays(30));
        using var client = site.Client();
        var page = await client.PageAsync("/public/units");
        var bureau = page.QuerySelectorAll(".units tbody tr").Single(r => r.TextContent.Contains("城管局", StringComparison.Ordinal)).QuerySelectorAll("td").Select(Plain).ToList();
        // Six rated of themselves, with the shipped weights (4 + 0.6) / 6; nobody was drawn, and no call of the handling counts as a draw.
        Assert.Equal(["样本不足", "城管局", "8", "7", "100%7/7", "暂无", "暂无", "暂无", "76.67%共6人37.9–94.7%", "0", "0", "1"], bureau);
        var town = page.QuerySelectorAll(".units tbody tr").Single(r => r.TextContent.Contains("清溪镇政府", StringComparison.Ordinal)).QuerySelectorAll("td").Select(Plain).ToList();
        Assert.Equal(["样本不足", "清溪镇政府", "1", "0", "数量少0/1", "暂无", "暂无", "暂无", "暂无", "0", "–", "0"], town);
        await OpenAllAsync(client, "/public/units", ".units a");
        Assert.Null((await client.PageAsync("/public/units?level=village")).QuerySelector(".units"));
    }

    [Fact]
    public async Task Overdue_shows_titles_of_released_ones_only_and_no_confidential_one()
    {
        await using var site = await Site.OpenAsync();
        var shown = await site.ShownAsync(await site.AssignedAsync(await site.RegisterAsync()));
        var unreleased = await site.AssignedAsync(await site.RegisterAsync());
        var confidential = await site.RegisterAsync("举报内容不公开", isConfidential: true);
        site.Clock.Advance(TimeSpan.FromDays(30));
        using var client = site.Client();
        var text = (await client.PageAsync("/public/overdue")).QuerySelector("table")!.TextContent;
        Assert.Contains(shown.Number, text, StringComparison.Ordinal);
        Assert.Contains("桥头村村口路灯不亮", text, StringComparison.Ordinal);
        Assert.Contains(unreleased.Number, text, StringComparison.Ordinal);
        Assert.Contains("文字未公开", text, StringComparison.Ordinal);
        Assert.DoesNotContain(confidential.Number, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_is_Atom_and_holds_what_was_released()
    {
        await using var site = await Site.OpenAsync();
        var receipt = await site.ShownAsync(await site.RegisterAsync(), "路灯 <不亮> & 其他");
        await site.RegisterAsync();
        using var client = site.Client();
        var answer = await client.GetAsync("/public/feed.atom");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(atom + "feed", feed.Name);
        Assert.All((string[])["id", "title", "updated", "author"], name => Assert.Single(feed.Elements(atom + name)));
        var entry = Assert.Single(feed.Elements(atom + "entry"));
        Assert.Equal("路灯 <不亮> & 其他", entry.Element(atom + "title")!.Value);
        Assert.EndsWith("/public/" + receipt.Number, entry.Element(atom + "id")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_neutralises_what_begins_like_a_formula()
    {
        await using var site = await Site.OpenAsync();
        await site.ShownAsync(await site.RegisterAsync(), "=1+1 的\"题目\"");
        using var client = site.Client();
        var lines = System.Text.Encoding.UTF8.GetString(await client.GetByteArrayAsync("/public/data/matters.csv")).Split("\r\n");
        Assert.StartsWith("\uFEFFnumber,", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"'=1+1 的\"\"题目\"\"\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_goes_through_all_matters_once()
    {
        await using var site = await Site.OpenAsync();
        var numbers = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            numbers.Add((await site.ShownAsync(await site.RegisterAsync())).Number);
        }
        using var client = site.Client();
        var seen = new List<string>();
        string? next = "/api/v1/public/matters?limit=2";
        do
        {
            using var json = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(next));
            seen.AddRange(json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()!));
            next = json.RootElement.GetProperty("next").GetString();
        }
        while (next is not null);
        Assert.Equal(Enumerable.Reverse(numbers), seen);
    }

    /// <summary>Follows each link with a number to the list of records and compares the two.</summary>
    private static async Task<List<int>> OpenAllAsync(HttpClient client, string url, string links)
    {
        var numbers = new List<int>();
        foreach (var link in (await client.PageAsync(url)).QuerySelectorAll(links))
        {
            var number = int.Parse((link.QuerySelector(".figure-number, .chart-number") ?? link).TextContent, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
            var records = await client.PageAsync(link.GetAttribute("href")!);
            var listed = records.QuerySelector(".pager-total")?.TextContent;
            Assert.Equal(number == 0 ? null : $"共 {number} 条", listed);
            numbers.Add(number);
        }
        return numbers;
    }

    private static async Task<string> BodyAsync(HttpResponseMessage answer, string number) =>
        System.Text.RegularExpressions.Regex.Replace((await answer.Content.ReadAsStringAsync()).Replace(number, "", StringComparison.Ordinal), "[0-9A-Z]{13}:[0-9A-F]{8}|\"traceId\":\"[^\"]*\"", "");

    private static string Plain(AngleSharp.Dom.IElement cell) => new([.. cell.TextContent.Where(c => !char.IsWhiteSpace(c))]);
}
