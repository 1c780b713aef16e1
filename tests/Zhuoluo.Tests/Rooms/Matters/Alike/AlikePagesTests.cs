using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Disclosure;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Alike;

public sealed class AlikePagesTests
{
    [Fact]
    public async Task A_resident_sees_what_is_published_and_alike_before_sending_and_may_join_or_go_on()
    {
        await using var site = await Site.OpenAsync();
        using var first = site.Client();
        var (number, _) = await first.SendAsync();
        await PublishAsync(site, number);
        using var client = site.Client();
        var words = Site.Words("桥头村村口的路灯坏了，晚上看不见路，老人摔跤。");

        var step = await (await client.PostFormAsync("/submit", words)).ReadPageAsync();
        Assert.Contains("村口路灯不亮", step.QuerySelector(".alike-step")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("三天", step.QuerySelector(".alike-step")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(site));

        var joined = await client.PostFormAsync("/submit", new(words) { ["Join"] = number });
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.Equal(1, await ReadAsync(site, db => db.Set<Link>().CountAsync()));

        using var another = site.Client();
        var alone = await another.PostFormAsync("/submit", new(words) { ["SeenAlike"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, alone.StatusCode);
        Assert.Equal(3, await CountAsync(site));
    }

    [Fact]
    public async Task Who_asks_for_secrecy_is_shown_nothing_and_tied_to_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var first = site.Client();
        var (number, _) = await first.SendAsync();
        await PublishAsync(site, number);
        using var client = site.Client();

        var sent = await client.PostFormAsync("/submit", new(Site.Words()) { ["Form.IsConfidential"] = "true", ["Join"] = number });

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(0, await ReadAsync(site, db => db.Set<Link>().CountAsync()));
    }

    [Fact]
    public async Task The_queue_and_the_page_say_why_and_a_verdict_is_kept()
    {
        await using var house = await StaffSite.OpenAsync();
        var earlier = await house.RegisterAsync("上坪村停水三天，没有提前通知。");
        var later = await house.RegisterAsync("上坪村停水了，没有提前通知，老人没水喝。", c => c with { Contact = new Contact("李四", "13911112222", null) });
        await house.Site.DrainAsync();
        using var client = await house.Site.SignInAsync(Role.Dispatcher);

        var queue = await client.PageAsync("/triage");
        Assert.Contains(queue.QuerySelectorAll(".similar a"), a => a.GetAttribute("href")!.Contains($"other={earlier.Number}", StringComparison.Ordinal));
        var page = await client.PageAsync($"/matters/{later.Number}/alike");
        Assert.Contains(earlier.Number, page.QuerySelector(".alike-list")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await client.PageAsync("/matters/" + later.Number)).QuerySelector($"#alike-panel[hx-get='/matters/{later.Number}/alike'] a"));

        await client.PostFormAsync($"/matters/{later.Number}/alike", [], ".alike-do");
        Assert.Null((await client.PageAsync($"/matters/{later.Number}/alike")).QuerySelector(".alike-list li"));
        Assert.Equal(Verdict.Rejected, await ReadAsync(house.Site, db => db.Set<Suggestion>().Select(s => s.Verdict).SingleAsync()));

        using var stranger = await house.Site.SignInAsync(Role.Handler, Town.Pipes.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/matters/{later.Number}/alike")).StatusCode);
    }

    [Fact]
    public async Task A_clerk_is_told_once_before_the_same_is_registered_again()
    {
        await using var house = await StaffSite.OpenAsync();
        var earlier = await house.RegisterAsync("上坪村停水三天，没有提前通知。");
        await house.Site.DrainAsync();
        using var client = await house.Site.SignInAsync(Role.Dispatcher);
        Dictionary<string, string> form = new() { ["Form.Channel"] = "hotline", ["Form.Kind"] = "help", ["Form.Text"] = "上坪村停水三天没有通知。", ["Form.PlaceCode"] = "360821101201" };

        var told = await (await client.PostFormAsync("/matters/new", form)).ReadPageAsync();
        Assert.Contains(earlier.Number, told.QuerySelector(".alike-step")!.TextContent, StringComparison.Ordinal);
        var done = await (await client.PostFormAsync("/matters/new", new(form) { ["SeenAlike"] = "true" })).ReadPageAsync();
        Assert.NotNull(done.QuerySelector("#receipt-number"));
    }

    [Fact]
    public async Task What_comes_back_is_listed()
    {
        await using var house = await StaffSite.OpenAsync();
        using var client = await house.Site.SignInAsync(Role.Supervisor);
        Assert.NotNull((await client.PageAsync("/recurrences")).QuerySelector(".empty"));
    }

    private static async Task PublishAsync(TestSite site, string number)
    {
        await site.Services.GetRequiredService<Writer>().WriteAsync<Done>(site.Operator(), async work =>
        {
            var id = await work.Db.Set<Matter>().Where(m => m.Number == number).Select(m => m.Id).SingleAsync();
            await work.Db.Set<Publication>().Where(p => p.MatterId == id).ExecuteUpdateAsync(u => u
                .SetProperty(p => p.State, PublicationState.Shown).SetProperty(p => p.Title, "村口路灯不亮").SetProperty(p => p.Text, "桥头村村口路灯坏了，晚上看不见路。"));
            await work.Db.Set<Matter>().Where(m => m.Id == id).ExecuteUpdateAsync(u => u.SetProperty(m => m.IsPublic, true));
            work.Record(new Zhuoluo.Rooms.Matters.Publish.MatterPublishedV1(MatterKind.Help, new Code(Site.Town)), new Subject("matter", id));
            return Done.Value;
        }, default);
        await site.DrainAsync();
    }

    private static Task<int> CountAsync(TestSite site) => ReadAsync(site, db => db.Set<Matter>().CountAsync());

    private static async Task<T> ReadAsync<T>(TestSite site, Func<ZhuoluoContext, Task<T>> query)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        return await query(db);
    }
}
