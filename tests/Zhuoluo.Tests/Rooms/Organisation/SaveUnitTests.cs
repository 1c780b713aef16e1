using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Organisation.SaveSeat;
using Zhuoluo.Rooms.Organisation.SaveUnit;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class SaveUnitTests
{
    [Theory, EachDatabase]
    public async Task Adds_a_window_and_ends_it(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var county = await Given.CountyAsync(house);
        var handler = house.Services.GetRequiredService<SaveUnitHandler>();
        var window = new UnitToSave(null, "360821-W1", "三号窗口", UnitKind.Window, null, null, "政务大厅一楼", null, null, ["3号"]);

        Assert.Equal("window-needs-unit", Given.Code(await handler.HandleAsync(window, house.System(), default)));
        var added = Given.Value(await handler.HandleAsync(window with { ParentId = county }, house.System(), default));
        Assert.Equal("政务大厅一楼", Given.Offices(house).UnitsNamed("3号").Single().Room);
        Assert.Equal("unit-code-taken", Given.Code(await handler.HandleAsync(window with { ParentId = county }, house.System(), default)));
        Assert.Equal("unit-has-units", Given.Code(await handler.HandleAsync(
            new UnitToSave(county, "360821", "吉安县", UnitKind.County, null, "360821", null, null, new DateOnly(2026, 3, 1), []), house.System(), default)));
        Assert.Equal("unit-under-itself", Given.Code(await handler.HandleAsync(
            new UnitToSave(county, "360821", "吉安县", UnitKind.County, added.Id, "360821", null, null, null, []), house.System(), default)));

        house.Clock.Advance(TimeSpan.FromHours(1));
        var edit = window with { Id = added.Id, ParentId = county, ValidTo = new DateOnly(2026, 3, 2), Seen = added.ChangedAt };
        Given.Value(await handler.HandleAsync(edit, house.System(), default));
        Assert.Equal("changed-meanwhile", Given.Code(await handler.HandleAsync(edit, house.System(), default)));
        Assert.False(Given.Offices(house).Unit(added.Id)!.IsValidOn(new DateOnly(2026, 3, 3)));
    }

    [Theory, EachDatabase]
    public async Task A_leading_group_has_one_head_at_a_time(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var county = await Given.CountyAsync(house);
        var group = Given.Value(await house.Services.GetRequiredService<SaveUnitHandler>().HandleAsync(
            new UnitToSave(null, "360821-90", "领导小组", UnitKind.LeadingGroup, county, null, null, null, null, []), house.System(), default));
        var handler = house.Services.GetRequiredService<SaveSeatHandler>();
        var head = new GiveSeat(group.Id, "刘岩", "县委书记", SeatRank.Head, new DateOnly(2026, 1, 1), null);

        Assert.Equal("no-seats-there", Given.Code(await handler.HandleAsync(head with { UnitId = county }, house.System(), default)));
        var seat = Given.Value(await handler.HandleAsync(head, house.System(), default));
        Assert.Equal("head-is-there", Given.Code(await handler.HandleAsync(head with { Name = "孙静" }, house.System(), default)));
        Given.Value(await handler.HandleAsync(new EndSeat(seat, new DateOnly(2026, 2, 28)), house.System(), default));
        Given.Value(await handler.HandleAsync(head with { Name = "孙静", From = new DateOnly(2026, 3, 1) }, house.System(), default));
    }
}
