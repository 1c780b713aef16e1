using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class RhythmPagesTests
{
    [Fact]
    public async Task From_the_cadence_to_the_bulletin_that_the_public_reads()
    {
        await using var house = await StaffSite.OpenAsync();
        var site = house.Site;
        using var dispatcher = await site.SignInAsync(Role.Dispatcher, Town.County.Id);
        using var supervisor = await site.SignInAsync(Role.Supervisor, Town.County.Id);
        using var head = await site.SignInAsync(Role.UnitHead, Town.Housing.Id);
        using var anybody = site.Client();

        // The shipped set, taken over as it is.
        Redirected(await dispatcher.PostFormAsync("/rhythm/cadences/keep?set=weekly-five", new() { ["Form.OfficeId"] = "2", ["Form.UnitIds"] = "3" }));
        var chain = await dispatcher.PageAsync("/rhythm/cadences/weekly-five");
        Assert.Equal(6, chain.QuerySelectorAll("main thead th").Length);

        // A unit says what it held.
        Redirected(await head.PostFormAsync("/rhythm", new() { ["Form.Proof"] = "第一次周例会" }));
        Assert.Equal(1, await CountAsync(site, db => db.Set<Beat>().CountAsync(b => b.DoneOn != null)));

        // A meeting, a decision, its minutes, and the unit carries it out.
        var planned = await dispatcher.PostFormAsync("/rhythm/meetings", new() { ["Form.Kind"] = "Dispatch", ["Form.Title"] = "三月调度会", ["Form.OfficeId"] = "2", ["Form.On"] = "2026-03-02" });
        var meeting = Redirected(planned);
        Redirected(await dispatcher.PostFormAsync(meeting, new() { ["Form.Text"] = "三天内恢复供水", ["Form.UnitId"] = "3", ["Form.DueOn"] = "2026-03-05" }, "form[action*='handler=Decide']"));
        Redirected(await dispatcher.PostFormAsync(meeting, new() { ["Held.Notes"] = "逐项过堂。" }, "form[action*='handler=Hold']"));
        Assert.Contains("三天内恢复供水", (await head.PageAsync("/rhythm")).Body!.TextContent, StringComparison.Ordinal);
        var minutes = await head.GetAsync(meeting + ".docx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", minutes.Content.Headers.ContentType!.MediaType);
        Redirected(await head.PostFormAsync("/rhythm/decisions", new() { ["Form.Text"] = "已恢复供水" }, "form[action*='handler=Finish']"));
        Assert.Contains("已恢复供水", (await dispatcher.PageAsync("/rhythm/decisions?show=done")).Body!.TextContent, StringComparison.Ordinal);

        // A bulletin: drafted by one, approved by another, public only once it was published.
        var bulletin = Redirected(await dispatcher.PostFormAsync("/rhythm/bulletins", new() { ["Form.Kind"] = "Bulletin", ["Form.OfficeId"] = "2", ["Form.Series"] = "青民通" }));
        var typedOver = await dispatcher.PostFormAsync(bulletin, new() { ["Form.Prose"] = "共{收到}件" }, "form[action*='handler=Write']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, typedOver.StatusCode);
        Assert.Contains("共{收到}件", await typedOver.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Redirected(await MoveAsync(dispatcher, bulletin, "Send"));
        Assert.Null((await dispatcher.PageAsync(bulletin)).QuerySelector("input[name=verb][value=Approve]"));
        Redirected(await MoveAsync(supervisor, bulletin, "Approve"));
        Redirected(await MoveAsync(dispatcher, bulletin, "Issue"));
        var shown = bulletin.Replace("/rhythm/", "/public/", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(shown)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(shown + ".docx")).StatusCode);
        Redirected(await MoveAsync(supervisor, bulletin, "Publish"));
        Assert.Contains("青民通〔2026〕1号", (await anybody.PageAsync(shown)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(shown + ".docx")).StatusCode);
        Assert.Contains("青民通", await anybody.GetStringAsync("/api/v1/bulletins"), StringComparison.Ordinal);
        Assert.NotNull((await dispatcher.PageAsync(bulletin)).QuerySelector("form[action*='handler=Correct']"));
        await ByProgramAsync(dispatcher, supervisor, head, anybody);
    }

    // A weekly report by the API: the same template, the same two people; then a chart put into it without scripts.
    private static async Task ByProgramAsync(HttpClient dispatcher, HttpClient supervisor, HttpClient head, HttpClient anybody)
    {
        var wanted = new { kind = "weekly", unit = Town.County.Code, from = "2026-02-23", to = "2026-03-01", series = "青民周" };
        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.PostAsJsonAsync("/api/v1/bulletins", wanted)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.PostAsJsonAsync("/api/v1/bulletins", wanted)).StatusCode);
        var drafted = await ToldAsync(await dispatcher.PostAsJsonAsync("/api/v1/bulletins", wanted));
        var id = drafted.GetProperty("bulletin").GetProperty("id").GetString();
        var prose = drafted.GetProperty("prose").GetString()!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dispatcher.PostAsJsonAsync($"/api/v1/bulletins/{id}/send", new { })).StatusCode);

        var picked = await dispatcher.PostFormAsync($"/rhythm/bulletins/{id}", new() { ["figure"] = "收到诉求", ["shape"] = "chart-by-month" }, "form[action*='handler=Write']", "[data-pick]");
        var area = (await new HtmlParser().ParseDocumentAsync(await picked.Content.ReadAsStringAsync())).QuerySelector("textarea[name='Form.Prose']")!;
        Assert.EndsWith("\n{图：收到诉求|按月}", area.TextContent.TrimEnd(), StringComparison.Ordinal);

        var text = new { title = "周报", series = "青民周", prose = prose.Replace("【请写明下周节点】", "{图：收到诉求|按月}", StringComparison.Ordinal) };
        var written = await ToldAsync(await dispatcher.PutAsJsonAsync($"/api/v1/bulletins/{id}", text));
        Assert.Contains(written.GetProperty("tables").EnumerateArray(), t => t.GetProperty("label").GetString() == "收到诉求|按月");
        Assert.NotNull((await head.PageAsync($"/rhythm/bulletins/{id}")).QuerySelector("figure.official-chart svg.chart-narrow"));
        await ToldAsync(await dispatcher.PostAsJsonAsync($"/api/v1/bulletins/{id}/send", new { }));
        Assert.Equal(HttpStatusCode.Forbidden, (await dispatcher.PostAsJsonAsync($"/api/v1/bulletins/{id}/approve", new { })).StatusCode);
        Assert.Equal("approved", (await ToldAsync(await supervisor.PostAsJsonAsync($"/api/v1/bulletins/{id}/approve", new { }))).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await dispatcher.PostAsJsonAsync($"/api/v1/bulletins/{id}/write", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.GetAsync($"/api/v1/bulletins/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync($"/api/v1/bulletins/{id}")).StatusCode);
    }

    private static async Task<JsonElement> ToldAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> MoveAsync(HttpClient client, string bulletin, string verb) => client.PostFormAsync(bulletin, new() { ["verb"] = verb }, "form[action*='handler=Move']");

    private static string Redirected(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<int> CountAsync(TestSite site, Func<ZhuoluoContext, Task<int>> count)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        return await count(db);
    }
}
