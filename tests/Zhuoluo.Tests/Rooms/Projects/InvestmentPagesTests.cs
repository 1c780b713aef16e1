using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Projects;

public sealed class InvestmentPagesTests
{
    [Fact]
    public async Task From_an_announced_event_to_a_landed_agreement_a_round_a_label_and_a_need()
    {
        await using var house = await StaffSite.OpenAsync();
        var site = house.Site;
        using var dispatcher = await site.SignInAsync(Role.Dispatcher, Town.County.Id);
        using var head = await site.SignInAsync(Role.UnitHead, Town.Housing.Id);
        using var anybody = site.Client();
        var project = await ProjectAsync(house);

        // What was announced stands beside what is written down, and the page says where the two differ.
        var signing = Redirected(await dispatcher.PostFormAsync("/investment/events", new()
        {
            ["Form.Name"] = "春季推介会",
            ["Form.HeldOn"] = "2026-02-02",
            ["Form.UnitId"] = "2",
            ["Form.StatedCount"] = "2",
            ["Form.Strategic"] = "1",
            ["Form.Contract"] = "1",
            ["Form.IsPublic"] = "true",
        }));
        var add = "/investment/new?event=" + signing.Split('/')[^1];
        var wrong = await dispatcher.PostFormAsync(add, new() { ["Form.Lines"] = "产业园|甲公司|战略合作协议|1200\n配套厂|乙公司|多少" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("产业园|甲公司", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Redirected(await dispatcher.PostFormAsync(add, new() { ["Form.Lines"] = "产业园|甲公司|战略合作协议|1200|新材料" }));
        Assert.Contains("宣布签约2项，登记的协议有1项", Text(await dispatcher.PageAsync(signing)), StringComparison.Ordinal);
        Assert.Equal(signing, Redirected(await dispatcher.PostFormAsync("/investment/new", new()
        {
            ["Form.EventId"] = signing.Split('/')[^1],
            ["Form.UnitId"] = "2",
            ["Form.SignedOn"] = "2026-02-02",
            ["Form.Name"] = "配套厂",
            ["Form.Investor"] = "乙公司",
            ["Form.Type"] = "contract",
            ["Form.Amount"] = "300",
        })));
        Assert.DoesNotContain("登记的协议有", Text(await dispatcher.PageAsync(signing)), StringComparison.Ordinal);
        var list = await dispatcher.PageAsync("/investment?type=strategic");
        Assert.Equal((1, "2"), (list.QuerySelectorAll("main tbody tr").Length, list.QuerySelector(".figures .figure-number")!.TextContent));

        // It lands as a project, and the project says how far it is.
        Redirected(await dispatcher.PostFormAsync("/investment/A2026-00001?do=land", new() { ["Form.Project"] = project, ["Form.On"] = "2026-03-01" }));
        Assert.Contains(project, Text(await head.PageAsync("/investment/A2026-00001")), StringComparison.Ordinal);
        Assert.Contains("A2026-00001", Text(await head.PageAsync("/projects/" + project)), StringComparison.Ordinal);
        var round = Redirected(await dispatcher.PostFormAsync("/investment/batches", new() { ["Form.Ordinal"] = "1", ["Form.Name"] = "第一次集中开工", ["Form.HeldOn"] = "2026-02-20", ["Form.UnitId"] = "2", ["Form.Projects"] = project }));
        Assert.Contains("1个项目中有1个按自己的记录还没有开工", Text(await dispatcher.PageAsync(round)), StringComparison.Ordinal);

        Redirected(await dispatcher.PostFormAsync("/labels", new() { ["Form.Code"] = "three", ["Form.Name"] = "三个一批", ["Form.Groups"] = "3 ：签约一批、开工一批" }));
        Assert.Contains("标签上是3，列出的成员有2个", Text(await head.PageAsync("/labels")), StringComparison.Ordinal);

        // A need goes to the unit that has to see to it, and is seen when its day is over.
        var needs = $"/projects/{project}/needs";
        Redirected(await dispatcher.PostFormAsync(needs, new() { ["Form.Kind"] = "land", ["Form.Text"] = "用地指标", ["Form.DueOn"] = "2026-03-05", ["Form.UnitId"] = "3" }));
        site.Clock.Advance(TimeSpan.FromDays(7));
        using var later = await site.SignInAsync(Role.UnitHead, Town.Housing.Id);
        var late = await later.PageAsync("/projects/needs?overdue=1");
        Assert.Contains("超期4天", Text(late), StringComparison.Ordinal);
        var handle = late.QuerySelector("main td.lead a")!.GetAttribute("href")!;
        Redirected(await later.PostFormAsync(handle, new() { ["Form.Result"] = "guaranteed", ["Form.Text"] = "已批复" }, "form[action*='handler=Answer']"));
        Assert.Contains("已批复", Text(await later.PageAsync(needs)), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(signing.Replace("/investment/events", "/public/signings", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/public/signings/1")).StatusCode);
    }

    private static async Task<string> ProjectAsync(StaffSite house)
    {
        var lists = house.Site.Services.GetRequiredService<KeepProgrammeHandler>();
        var list = (await lists.HandleAsync(new KeepProgramme("key-2026", "重点项目", ProgrammeKind.Key, PublicLevel.County, 2026, Town.County.Id) { IsPublic = true }, house.As(Town.Dispatcher), default)).Made();
        var asked = new NewProject("产业园一期", Town.Housing.Id, new DateOnly(2026, 2, 1), new DateOnly(2026, 11, 30)) { ProgrammeId = list };
        return (await house.Site.Services.GetRequiredService<RegisterProjectHandler>().HandleAsync(asked, house.As(Town.Dispatcher), default)).Made().Number;
    }

    private static string Text(AngleSharp.Dom.IDocument page) => page.QuerySelector("main")!.TextContent;

    private static string Redirected(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }
}
