using System.Net;
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
