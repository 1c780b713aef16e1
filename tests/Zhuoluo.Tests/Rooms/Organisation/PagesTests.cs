using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class PagesTests
{
    [Fact]
    public async Task An_administrator_adds_a_unit_a_window_and_a_person_who_must_change_the_password()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync(SiteStaff.Administrator);
        var county = site.Services.GetRequiredService<Offices>().Current.UnitByCode("360821")!;

        var unit = await admin.PostFormAsync($"/organisation/units/new?parent={county.Id}", new() { ["Form.Code"] = "360821-12", ["Form.Name"] = "吉安县财政局", ["Form.Kind"] = "Department", ["Form.Aliases"] = "县财政局；财政局" });
        Assert.Equal(HttpStatusCode.Redirect, unit.StatusCode);
        var page = await admin.PageAsync(unit.Headers.Location!.OriginalString);
        Assert.Equal("吉安县财政局", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("县财政局；财政局", page.Body!.TextContent, StringComparison.Ordinal);

        var id = unit.Headers.Location.OriginalString.Split('/')[^1];
        await admin.PostFormAsync($"/organisation/units/new?parent={id}&kind=Window", new() { ["Form.Code"] = "360821-12-1", ["Form.Name"] = "一号窗口", ["Form.Room"] = "政务大厅" });
        Assert.Contains("一号窗口", (await admin.PageAsync($"/organisation/units/{id}")).Body!.TextContent, StringComparison.Ordinal);

        var added = await admin.PostFormAsync($"/organisation/people/new?unit={id}", new() { ["Form.Name"] = "李娜", ["Form.LoginName"] = "li.na", ["Form.Role"] = "Handler", ["Form.Phone"] = "139000000003" });
        var password = (await Parse(added)).QuerySelector("code")!.TextContent;
        using var handler = await site.SignInAsync("li.na", password);
        Assert.Equal("/account", (await handler.GetAsync("/organisation/units")).Headers.Location!.OriginalString);
        await handler.PostFormAsync("/account", new() { ["Form.Present"] = password, ["Form.Wanted"] = SiteStaff.Password, ["Form.Again"] = SiteStaff.Password });
        Assert.Equal(HttpStatusCode.OK, (await handler.GetAsync("/organisation/units")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.GetAsync("/organisation/people")).StatusCode);
    }

    [Fact]
    public async Task A_second_editor_is_told_and_a_wrong_field_is_named()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync(SiteStaff.Administrator);
        var county = site.Services.GetRequiredService<Offices>().Current.UnitByCode("360821")!;
        var edit = $"/organisation/units/{county.Id}/edit";

        var stale = await admin.PostFormAsync(edit, new() { ["RecordVersion"] = "1", ["Form.Name"] = "新名" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var bad = await admin.PostFormAsync(edit, new() { ["Form.Code"] = "x" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.NotNull((await Parse(bad)).QuerySelector("[name='Form.Code'][aria-invalid=true]"));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostFormAsync(edit, new() { ["Form.Name"] = "新县" })).StatusCode);
    }

    [Fact]
    public async Task A_unit_head_sees_the_people_of_the_own_unit_and_no_others()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync(SiteStaff.Administrator);
        var unit = await admin.PostFormAsync("/organisation/units/new", new() { ["Form.Code"] = "360821-12", ["Form.Name"] = "财政局", ["Form.Kind"] = "Department" });
        var id = long.Parse(unit.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var elsewhere = await site.AddPersonAsync("wang", Role.Handler);
        var own = await site.AddPersonAsync("zhang", Role.Handler, id);
        using var head = await site.SignInAsync(Role.UnitHead, id);

        var list = (await head.PageAsync("/organisation/people")).Body!.TextContent;
        Assert.Contains("zhang", list, StringComparison.Ordinal);
        Assert.DoesNotContain("wang", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync($"/organisation/people/{own}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/organisation/people/{elsewhere}")).StatusCode);
        Assert.Null((await head.PageAsync($"/organisation/people/{own}")).QuerySelector("main form"));
    }

    [Fact]
    public async Task Lists_are_public_and_tables_open_in_a_spreadsheet()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        Assert.Contains("\"code\":\"360821\"", await client.GetStringAsync("/api/v1/places"), StringComparison.Ordinal);
        Assert.DoesNotContain("chen.jie", await client.GetStringAsync("/api/v1/units"), StringComparison.Ordinal);
        using var admin = await site.SignInAsync(SiteStaff.Administrator);
        var csv = await admin.GetByteArrayAsync("/organisation/people.csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Contains("chen.jie,测试chen.jie,360821,Administrator,2026-03-02,", System.Text.Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_a_term_on_its_page()
    {
        await using var site = await TestSite.StartAsync();
        using var admin = await site.SignInAsync(SiteStaff.Administrator);
        var person = await site.AddPersonAsync("wang", Role.Handler);
        var link = (await admin.PageAsync($"/organisation/people/{person}")).QuerySelector("a[href^='/organisation/terms/']")!.GetAttribute("href")!;

        var ended = await admin.PostFormAsync(link, []);

        Assert.Equal($"/organisation/people/{person}", ended.Headers.Location!.OriginalString);
        Assert.Null((await admin.PageAsync($"/organisation/people/{person}")).QuerySelector("a[href^='/organisation/terms/']"));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Parse(HttpResponseMessage answer) =>
        await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(), default);
}
