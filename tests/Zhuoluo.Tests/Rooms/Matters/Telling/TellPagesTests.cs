using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Matters.Telling;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Telling;

public sealed class TellPagesTests
{
    private static readonly MailOptions _mail = new("127.0.0.1", 1, "", "", "zhuoluo@zhuoluo.test", IsTls: false, "https://zhuoluo.test");

    [Fact]
    public async Task An_address_is_asked_for_only_where_mails_are_sent()
    {
        await using var site = await Site.OpenAsync();
        using var client = site.Client();
        Assert.Null((await client.PageAsync("/submit")).QuerySelector("#Form_Tell_Email"));
    }

    [Fact]
    public async Task A_resident_gives_an_address_sees_it_masked_and_stops_by_one_click()
    {
        await using var site = await Site.OpenAsync(s => s.AddSingleton(_mail));
        using var client = site.Client();
        var wrong = Site.Words();
        wrong["Form.Tell.Email"] = "wang@localhost";
        var refused = await client.PostFormAsync("/submit", wrong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await refused.ReadPageAsync()).QuerySelector(".error-summary a[href='#Form_Tell_Email']"));

        var words = Site.Words();
        words["Form.Tell.Email"] = "wang@example.cn";
        var (number, code) = await client.SendAsync(words);
        await client.TrackAsync(number, code);
        var told = (await client.PageAsync("/track")).QuerySelector("section[aria-labelledby=told]")!;
        Assert.Contains("w***@e***.cn", told.TextContent, StringComparison.Ordinal);
        var link = told.QuerySelector("a")!.GetAttribute("href")!;

        using var stranger = site.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(link[..^1] + (link[^1] == '0' ? '1' : '0'))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(link)).StatusCode);
        Assert.False(await IsStoppedAsync(site));
        // As a mail program sends it: no page was read, no token against forgery.
        var clicked = await stranger.PostAsync(link, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.OK, clicked.StatusCode);
        Assert.True(await IsStoppedAsync(site));
        await stranger.PostFormAsync(link, []);
        Assert.False(await IsStoppedAsync(site));
    }

    [Fact]
    public async Task An_address_is_added_on_the_page_of_the_matter()
    {
        await using var site = await Site.OpenAsync(s => s.AddSingleton(_mail));
        using var client = site.Client();
        var (number, code) = await client.SendAsync();
        await client.TrackAsync(number, code);

        var refused = await client.PostFormAsync("/track", new() { ["Tell.Email"] = "wang" }, "form:has(#Tell_Email)");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await client.PostFormAsync("/track", new() { ["Tell.Email"] = "wang@example.cn" }, "form:has(#Tell_Email)");

        Assert.Contains("w***@e***.cn", (await client.PageAsync("/track")).QuerySelector("section[aria-labelledby=told]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_what_was_told_and_never_the_address_and_the_page_of_the_link_is_for_who_calls_back()
    {
        await using var site = await Site.OpenAsync(s => s.AddSingleton(_mail));
        using var client = site.Client();
        var words = Site.Words();
        words["Form.Tell.Email"] = "wang@example.cn";
        var (number, _) = await client.SendAsync(words);
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);
        var page = await dispatcher.PageAsync($"/matters/{number}");
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=told] li"));
        Assert.DoesNotContain("wang@", page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var early = await dispatcher.PostFormAsync($"/matters/{number}/rating-link", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        using var clerk = await site.SignInAsync(Role.Clerk);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"/matters/{number}/rating-link")).StatusCode);
        Assert.Equal("[{\"occasion\":\"received\",\"by\":\"mail\",\"state\":\"waiting\"", (await dispatcher.GetStringAsync($"/api/v1/matters/{number}/messages")).Split(",\"at\"")[0]);
    }

    private static async Task<bool> IsStoppedAsync(TestSite site)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        return (await db.Set<RequesterWay>().SingleAsync()).StoppedAt is not null;
    }
}
