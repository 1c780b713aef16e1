using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Notice;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Resident;

public sealed class SubmitTests
{
    [Fact]
    public async Task Gives_a_receipt_whose_code_stands_in_no_address()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var sent = await client.PostFormAsync("/submit", Site.Words());
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var address = sent.Headers.Location!.OriginalString;
        Assert.Matches(@"^/receipt/2026-\d{6}$", address);

        var receipt = await client.GetAsync(address);
        Assert.Equal("no-store", receipt.Headers.CacheControl!.ToString());
        var page = await client.PageAsync(address);
        var code = page.QuerySelector("#receipt-code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        Assert.Matches("^[0-9A-Z]{10}$", code);
        Assert.NotNull(page.QuerySelector("svg.qr path"));
        Assert.DoesNotContain(page.Links.Select(l => l.GetAttribute("href")), h => h!.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shows_the_receipt_to_nobody_else_and_says_the_same_for_every_number()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var (number, code) = await client.SendAsync();
        using var stranger = site.Client();
        var real = await (await stranger.GetAsync($"/receipt/{number}")).Content.ReadAsStringAsync();
        var invented = await (await stranger.GetAsync("/receipt/2026-999999")).Content.ReadAsStringAsync();
        Assert.DoesNotContain(code[..5], real, StringComparison.Ordinal);
        Assert.Equal(invented.Replace("2026-999999", number, StringComparison.Ordinal), real);
    }

    [Fact]
    public async Task Keeps_what_was_typed_and_names_each_field_that_is_wrong()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var answer = await client.PostFormAsync("/submit", new() { ["Form.Text"] = "路灯坏了，晚上看不见", ["Form.Village"] = "桥头村", ["Form.Phone"] = "13800001234" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal("路灯坏了，晚上看不见", ((IHtmlTextAreaElement)page.QuerySelector("#Form_Text")!).Value);
        Assert.Equal("桥头村", ((IHtmlInputElement)page.QuerySelector("#Form_Village")!).Value);
        Assert.Equal("13800001234", ((IHtmlInputElement)page.QuerySelector("#Form_Phone")!).Value);
        Assert.Equal(["#Form_Kind-0", "#Form_PlaceCode"], page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Keeps_which_privacy_notice_stood_on_the_page()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var shown = (await client.PageAsync("/submit")).QuerySelector("[name='Form.NoticeVersion']")!.GetAttribute("value")!;
        var read = Site.Words();
        read["Form.NoticeVersion"] = shown;
        await client.SendAsync(read);
        var invented = Site.Words("另一件事，路面塌了一块。");
        invented["Form.NoticeVersion"] = "99";
        await client.SendAsync(invented);
        using var scope = site.Services.CreateScope();
        var kept = await scope.ServiceProvider.GetRequiredService<ZhuoluoContext>().Set<MatterText>().OrderBy(t => t.MatterId).Select(t => t.NoticeVersion).ToListAsync();
        Assert.Equal([PrivacyNotice.Version, null], kept);
        Assert.Equal(PrivacyNotice.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), shown);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_matter_and_shows_the_same_receipt()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var fields = Site.Words();
        fields["OnceKey"] = "0123456789abcdef0123456789abcdef";
        var first = await client.SendAsync(fields);
        Assert.Equal(first, await client.SendAsync(fields));
        Assert.Equal(1, await CountAsync(site));
    }

    [Fact]
    public async Task Words_of_danger_show_where_to_call_before_anything_is_sent()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var answer = await client.PostFormAsync("/submit", Site.Words("隔壁仓库着火了，烟很大"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("href=\"tel:119\"", html, StringComparison.Ordinal);
        Assert.Contains("隔壁仓库着火了，烟很大", html, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(site));

        var fields = Site.Words("隔壁仓库着火了，烟很大");
        fields["GoOn"] = "true";
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostFormAsync("/submit", fields)).StatusCode);
        Assert.Equal(1, await CountAsync(site));
    }

    [Fact]
    public async Task Without_a_name_no_contact_is_kept()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        var fields = Site.Words();
        fields["Form.IsAnonymous"] = "true";
        await client.SendAsync(fields);
        Assert.Equal(0, await ReadAsync(site, db => db.Set<MatterContact>().CountAsync()));
        Assert.Equal(Site.Village, await ReadAsync(site, db => db.Set<Matter>().Select(m => m.PlaceCode).SingleAsync()));
    }

    private static Task<int> CountAsync(TestSite site) => ReadAsync(site, db => db.Set<Matter>().CountAsync());

    private static async Task<T> ReadAsync<T>(TestSite site, Func<ZhuoluoContext, Task<T>> query)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        return await query(db);
    }
}
