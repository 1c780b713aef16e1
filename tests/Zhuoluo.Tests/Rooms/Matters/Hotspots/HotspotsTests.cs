using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Hotspots;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Hotspots;

public sealed class HotspotsTests
{
    [Theory, EachDatabase]
    public async Task Counts_tickets_and_matters_apart_and_opens_exactly_the_records(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var at = house.Clock.GetUtcNow();
        await house.InsertAsync([new Category { Code = "lamp", Name = "路灯", StandardRef = "county", ValidFrom = new(2020, 1, 1) },
            .. Enumerable.Range(1, 5).Select(i => AMatter.Row(i, at, m =>
            {
                m.CategoryCode = "lamp";
                m.MainMatterId = i == 2 ? 1 : null;
                m.RepeatOfId = i == 3 ? 1 : null;
                m.IsConfidential = i == 5;
            }))]);
        var month = YearMonth.Of(new DateOnly(2026, 3, 2));
        var viewer = new Viewer(County.Dispatcher, at, house.Services.GetRequiredService<Offices>().Current);
        var line = Assert.Single(await house.ReadAsync(r => new HotspotQuery(r).ReadAsync(month, viewer, default)));
        Assert.Equal((4L, 2L, null), (line.Tickets, line.Matters, line.Given));
        var filter = MatterFilter.All with { Town = line.TownCode, Category = "lamp", IsExact = true, OpenedMonth = month, IsConfidential = false };
        Assert.Equal(4, await house.ReadAsync(async r => await r.Matching(filter, viewer, await Catalogue.LoadAsync(r, default)).CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_hotspot_has_an_owner_a_plan_and_a_day_and_the_owner_reports(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var handler = house.Services.GetRequiredService<HotspotsHandler>();
        var give = new GiveHotspot(202603, County.Town, "lamp", County.BureauId, "更换整条线路的灯头", new DateOnly(2026, 4, 1));
        Assert.IsType<NotPermitted>((await handler.HandleAsync(give, house.ActAs(County.Handler), default)).Refused());
        Assert.Equal("not-in-the-future", (await handler.HandleAsync(give with { DueOn = new DateOnly(2026, 3, 2) }, house.ActAs(County.Dispatcher), default)).Refused().Code);
        var id = (await handler.HandleAsync(give, house.ActAs(County.Dispatcher), default)).Made();
        Assert.Equal(id, (await handler.HandleAsync(give with { Plan = "改为太阳能" }, house.ActAs(County.Dispatcher), default)).Made());
        Assert.IsType<NotPermitted>((await handler.HandleAsync(new FinishHotspot(id, "x"), house.ActAs(County.Clerk), default)).Refused());
        (await handler.HandleAsync(new FinishHotspot(id, "全线更换，次月降到1件"), house.ActAs(County.Handler), default)).Made();
        Assert.Equal("hotspot-done", (await handler.HandleAsync(give, house.ActAs(County.Dispatcher), default)).Refused().Code);
    }
}
