using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.AreaMap;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Tallying;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Rhythm;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Overview;

public sealed class DashboardTests
{
    private const string Square = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"360821101"},"geometry":{"type":"Polygon","coordinates":[[[114,27],[115,27],[115,28],[114,28],[114,27]]]}}]}""";

    [Fact]
    public async Task Towns_show_their_worst_light_and_decisions_stand_by_unit_at_a_cost_that_does_not_grow()
    {
        await using var house = await StaffSite.OpenAsync();
        var site = house.Site;
        var today = LocalDay.Of(site.Clock.GetUtcNow());
        (await site.Services.GetRequiredService<KeepMapHandler>().HandleAsync(new KeepMap("甲", null, Square), site.Operator(), default)).Made();
        await AddAsync(site, [MeetingTests.AProject(1, ProjectLight.Red, Town.Housing.Id), MeetingTests.AProject(2, ProjectLight.Green, Town.Housing.Id), ADecision(1, today.AddDays(-3)), ADecision(2, today.AddDays(3))]);
        using var leader = await site.SignInAsync(Role.Leader, Town.County.Id);
        using var clerk = await site.SignInAsync(Role.Clerk, Town.TownHall.Id);

        var page = await leader.PageAsync("/dashboard");
        var area = page.QuerySelector(".map-chart a")!;
        Assert.Equal(("/projects?stage=promised&town=360821101", "梅溪镇 红灯 1 绿灯 1"), (area.GetAttribute("href"), area.QuerySelector("title")!.TextContent));
        Assert.NotNull(area.QuerySelector(".map-area.map-red"));
        Assert.NotNull(area.QuerySelector(".map-sign-red"));
        Assert.Equal("/projects?light=red&town=360821101", page.QuerySelectorAll("section[aria-labelledby=towns] tbody a")[1].GetAttribute("href"));
        var overdue = page.QuerySelector("section[aria-labelledby=decisions] .tone-bad")!;
        Assert.Equal(("/rhythm/decisions?show=overdue&unit=360821-12", "1"), (overdue.GetAttribute("href"), overdue.TextContent));
        var list = await leader.PageAsync(overdue.GetAttribute("href")!);
        Assert.Single(list.QuerySelectorAll("tbody tr"));
        Assert.Null((await clerk.PageAsync("/dashboard")).QuerySelector("section[aria-labelledby=decisions]"));

        using var count = new CommandCount();
        var kept = site.Services.GetRequiredService<Kept>();
        kept.Forget();
        var before = await count.OfAsync(leader, "/dashboard");
        await AddAsync(site, [.. Enumerable.Range(10, 30).Select(i => MeetingTests.AProject(i, ProjectLight.Yellow, Town.TownHall.Id)), .. Enumerable.Range(10, 30).Select(i => ADecision(i, today))]);
        kept.Forget();
        Assert.Equal(before.Count, (await count.OfAsync(leader, "/dashboard")).Count);
    }

    private static async Task AddAsync(TestSite site, IReadOnlyList<object> rows)
    {
        (await site.Services.GetRequiredService<Writer>().WriteAsync<Done>(site.Operator(), work =>
        {
            work.Db.AddRange(rows);
            return Task.FromResult<Outcome<Done>>(Done.Value);
        }, default)).Made();
        await site.Services.GetRequiredService<ProjectTallyCheck>().RebuildAsync(site.Operator(), default);
    }

    private static Decision ADecision(int serial, DateOnly due) => new() { Id = serial, MeetingId = 1, Serial = serial, Text = "限期开工", UnitId = Town.Housing.Id, DueOn = due, MadeOn = due.AddDays(-5) };
}
