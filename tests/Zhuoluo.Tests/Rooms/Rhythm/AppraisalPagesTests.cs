using System.Net;
using Zhuoluo.Foundation;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class AppraisalPagesTests
{
    [Fact]
    public async Task From_the_sheet_to_the_unit_s_answer_and_the_talk()
    {
        await using var house = await StaffSite.OpenAsync();
        var site = house.Site;
        using var dispatcher = await site.SignInAsync(Role.Dispatcher, Town.County.Id);
        using var supervisor = await site.SignInAsync(Role.Supervisor, Town.County.Id);
        using var head = await site.SignInAsync(Role.UnitHead, Town.Housing.Id);
        using var mayor = await site.SignInAsync(Role.UnitHead, Town.TownHall.Id);
        using var leader = await site.SignInAsync(Role.Leader, Town.County.Id);

        var sheet = Redirected(await dispatcher.PostFormAsync("/appraisals", new() { ["Form.Title"] = "一季度点评", ["Form.OfficeId"] = "2", ["Form.UnitIds"] = "3" }));
        Redirected(await dispatcher.PostFormAsync(sheet, new() { ["Said.UnitId"] = "3", ["Said.Text"] = "请说明两件超期诉求" }, "form[action*='handler=Remark']"));
        Assert.Null((await dispatcher.PageAsync(sheet)).QuerySelector("form[action*='handler=Issue']"));
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(sheet)).StatusCode);
        Redirected(await supervisor.PostFormAsync(sheet, [], "form[action*='handler=Issue']"));
        Assert.Null((await supervisor.PageAsync(sheet)).QuerySelector("form[action*='handler=Write']"));

        // A unit reads its own and answers; another unit finds nothing; a leader reads all.
        Redirected(await head.PostFormAsync(sheet, new() { ["Answered.Answer"] = "已全部办结" }, "form[action*='handler=Answer']"));
        Assert.Contains("已全部办结", (await leader.PageAsync(sheet)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mayor.GetAsync(sheet)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mayor.GetAsync(sheet + ".csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mayor.GetAsync("/api/v1" + sheet)).StatusCode);
        Assert.DoesNotContain("一季度点评", (await mayor.PageAsync("/appraisals")).Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("360821-12,县住建局,0,0,", (await head.GetStringAsync(sheet + ".csv")).Split("\r\n")[1], StringComparison.Ordinal);
        Assert.Contains("\"measure\":\"decisions-done\"", await head.GetStringAsync("/api/v1" + sheet), StringComparison.Ordinal);

        var fields = new Dictionary<string, string> { ["Form.UnitId"] = "3", ["Form.OfficeId"] = "2", ["Form.WithPost"] = "局长", ["Form.ByPost"] = "副县长", ["Form.Reasons"] = "超期较多" };
        var empty = await supervisor.PostFormAsync("/talks", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("超期较多", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var talk = Redirected(await supervisor.PostFormAsync("/talks", new(fields) { ["Form.Items[0].Text"] = "清零超期诉求", ["Form.Items[0].DueOn"] = "2026-03-20" }));
        Assert.Contains("清零超期诉求", (await head.PageAsync(talk)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("清零超期诉求", (await head.PageAsync("/rhythm?of=decision")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mayor.GetAsync(talk)).StatusCode);
        Assert.DoesNotContain("超期较多", await mayor.GetStringAsync("/api/v1/talks"), StringComparison.Ordinal);
    }

    private static string Redirected(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
