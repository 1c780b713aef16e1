using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters;

/// <summary>The staff pages of what comes in, over HTTP.</summary>
public sealed class IntakePagesTests
{
    [Fact]
    public async Task A_drive_is_opened_and_a_visit_with_a_matter_is_recorded_on_its_page()
    {
        await using var site = await TestSite.StartAsync();
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);

        using var opened = await dispatcher.PostFormAsync("/drives", new()
        {
            ["Form.Code"] = "visits",
            ["Form.Name"] = "百名书记访万家",
            ["Form.Kind"] = "HouseholdVisits",
            ["Form.From"] = "2026-01-01",
        });
        using var sent = await dispatcher.PostFormAsync("/visits/new", new()
        {
            ["Form.PlaceCode"] = SiteStaff.CountyCode,
            ["Form.Households"] = "12",
            ["Form.Matters[0].Text"] = "村口路灯不亮",
        });
        var page = await dispatcher.PageAsync("/visits/new");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (opened.StatusCode, sent.StatusCode));
        Assert.Contains("2026-000001", page.Body!.TextContent, StringComparison.Ordinal);
        var visit = await ReadAsync(site, db => db.Set<Visit>().SingleAsync());
        Assert.Equal((12, new DateOnly(2026, 3, 2)), (visit.Households, visit.On));
    }

    [Fact]
    public async Task A_visit_without_households_is_refused_and_what_was_typed_stays()
    {
        await using var site = await TestSite.StartAsync();
        (await site.Services.GetRequiredService<KeepDriveHandler>().HandleAsync(
            new KeepDrive("visits", "走访", DriveKind.HouseholdVisits, new DateOnly(2020, 1, 1), null), site.Operator(), default)).Made();
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);

        using var answer = await dispatcher.PostFormAsync("/visits/new", new() { ["Form.Matters[0].Text"] = "村口路灯不亮" });

        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("村口路灯不亮", text, StringComparison.Ordinal);
        Assert.Equal(0, await ReadAsync(site, db => db.Set<Visit>().CountAsync()));
    }

    [Fact]
    public async Task An_editor_sees_what_the_scan_finds_and_publishes_the_mended_text()
    {
        await using var site = await TestSite.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var command = new RegisterMatter(MatterKind.Help, Channel.Web, "路灯不亮，请打13800001234。", SiteStaff.CountyCode);
        var act = site.Services.GetRequiredService<ActFactory>().New(Actor.Public, Door.Page);
        var receipt = (await site.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(command, act, default)).Made();

        var queue = await editor.PageAsync("/publish");
        var link = queue.QuerySelector($"a[href='/publish/{receipt.MatterId}']");
        var check = await editor.PageAsync($"/publish/{receipt.MatterId}");
        using var refused = await editor.PostFormAsync($"/publish/{receipt.MatterId}", []);
        using var shown = await editor.PostFormAsync($"/publish/{receipt.MatterId}", new() { ["Form.Title"] = "路灯不亮", ["Form.Text"] = "路灯不亮。" });

        Assert.NotNull(link);
        Assert.Contains(check.QuerySelectorAll("mark"), m => m.TextContent == "13800001234");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (refused.StatusCode, shown.StatusCode));
        Assert.True(await ReadAsync(site, db => db.Set<Matter>().Select(m => m.IsPublic).SingleAsync()));
    }

    [Fact]
    public async Task An_editor_withholds_with_a_reason()
    {
        await using var site = await TestSite.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var act = site.Services.GetRequiredService<ActFactory>().New(Actor.Public, Door.Page);
        var command = new RegisterMatter(MatterKind.Help, Channel.Web, "路灯不亮", SiteStaff.CountyCode);
        var receipt = (await site.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(command, act, default)).Made();

        using var withheld = await editor.PostFormAsync($"/publish/{receipt.MatterId}", new() { ["reason"] = "当事人要求" }, "form[action*=Withhold]");

        Assert.Equal(HttpStatusCode.Redirect, withheld.StatusCode);
        Assert.Equal(PublicationState.Withheld, await ReadAsync(site, db => db.Set<Publication>().Select(p => p.State).SingleAsync()));
    }

    [Fact]
    public async Task A_shift_is_planned_and_cancelled_and_a_topic_added()
    {
        await using var site = await TestSite.StartAsync();
        using var dispatcher = await site.SignInAsync(Role.Dispatcher);
        await dispatcher.PostFormAsync("/drives", new() { ["Form.Code"] = "hall", ["Form.Name"] = "局长进大厅", ["Form.Kind"] = "HallDuty", ["Form.From"] = "2026-01-01" });
        var drive = await ReadAsync(site, db => db.Set<Drive>().Select(d => d.Id).SingleAsync());
        const string Add = "section form[method=post]";

        using var added = await dispatcher.PostFormAsync("/duty", new() { ["Form.DriveId"] = $"{drive}", ["Form.On"] = "2026-03-04", ["Form.HeadName"] = "李局长", ["Form.UnitId"] = "" }, Add);
        using var cancelled = await dispatcher.PostFormAsync("/duty", [], "table form");
        using var topic = await dispatcher.PostFormAsync("/categories", new() { ["Form.Code"] = "snow", ["Form.Name"] = "积雪" });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (added.StatusCode, cancelled.StatusCode, topic.StatusCode));
        Assert.True(await ReadAsync(site, db => db.Set<DutyShift>().Select(s => s.IsCancelled).SingleAsync()));
        Assert.Equal("积雪", await ReadAsync(site, db => db.Set<Category>().Where(c => c.Code == "snow").Select(c => c.Name).SingleAsync()));
    }

    [Theory]
    [InlineData("/drives")]
    [InlineData("/visits/new")]
    [InlineData("/duty")]
    [InlineData("/categories")]
    [InlineData("/publish")]
    public async Task An_auditor_gets_none_of_the_pages(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var auditor = await site.SignInAsync(Role.Auditor);

        using var answer = await auditor.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<T> ReadAsync<T>(TestSite site, Func<ZhuoluoContext, Task<T>> query)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        return await query(db);
    }
}
