using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Duty;
using Zhuoluo.Rooms.Matters.Visits;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Visits;

public sealed class RecordVisitTests
{
    private static readonly DateOnly _yesterday = new(2026, 3, 1);

    [Theory, EachDatabase]
    public async Task Records_households_and_the_matters_raised_together(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var command = await VisitAsync(house) with { Matters = [County.Matter("路灯"), County.Matter("水渠")] };

        var recorded = (await RecordAsync(house, command)).Made();

        var visit = await house.ReadAsync(r => r.Set<Visit>().SingleAsync());
        Assert.Equal((12, County.Town, County.Village, County.Clerk.PersonId), (visit.Households, visit.TownCode, visit.PlaceCode, visit.VisitorId));
        var matters = await house.ReadAsync(r => r.Set<Matter>().ToListAsync());
        Assert.Equal(2, recorded.Receipts.Count);
        Assert.All(matters, m => Assert.Equal((Channel.Visit, (long?)visit.Id, _yesterday), (m.Channel, m.VisitId, m.OpenedOn)));
    }

    [Theory, EachDatabase]
    public async Task One_bad_matter_keeps_the_whole_visit_out_and_says_which(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var command = await VisitAsync(house) with { Matters = [County.Matter("路灯"), County.Matter(" ")] };

        var refusal = (await RecordAsync(house, command)).Refused();

        Assert.Equal(("missing", "Matters[1].Text"), (refusal.Code, refusal.Field));
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Visit>().CountAsync()));
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Matter>().CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Sent_twice_from_a_bad_line_it_counts_once(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var command = await VisitAsync(house) with { Matters = [County.Matter("路灯")], OnceKey = "k" };

        var first = (await RecordAsync(house, command)).Made();
        var second = (await RecordAsync(house, command)).Made();

        Assert.Equal((first.VisitId, first.Receipts[0]), (second.VisitId, second.Receipts[0]));
        Assert.Equal(1, await house.ReadAsync(r => r.Set<Visit>().CountAsync()));
    }

    [Fact]
    public async Task Refuses_a_day_outside_the_drive_a_day_to_come_and_too_many_households()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var good = await VisitAsync(house);

        Assert.Equal("outside-drive", (await RecordAsync(house, good with { On = new DateOnly(2025, 12, 31) })).Refused().Code);
        Assert.Equal("day-in-future", (await RecordAsync(house, good with { On = new DateOnly(2026, 3, 3) })).Refused().Code);
        Assert.Equal("households-out-of-range", (await RecordAsync(house, good with { Households = 201 })).Refused().Code);
        Assert.Equal("households-out-of-range", (await RecordAsync(house, good with { Households = -1 })).Refused().Code);
        Assert.Equal("unknown-drive", (await RecordAsync(house, good with { DriveId = 5 })).Refused().Code);
        Assert.Equal("unknown-place", (await RecordAsync(house, good with { PlaceCode = "1" })).Refused().Code);
        Assert.Equal("not-permitted", (await RecordAsync(house, good, County.Editor)).Refused().Code);
    }

    [Theory, EachDatabase]
    public async Task A_shift_is_planned_and_cancelled_unless_people_came(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var drive = await County.DriveAsync(house, DriveKind.HallDuty);
        var shifts = house.Services.GetRequiredService<KeepShiftHandler>();
        var add = new AddShift(drive, _yesterday, "李局长", County.BureauId, "上午");
        var (busy, free) = ((await shifts.HandleAsync(add, house.ActAs(County.Dispatcher), default)).Made(), (await shifts.HandleAsync(add, house.ActAs(County.Dispatcher), default)).Made());
        await County.RegisterAsync(house, County.Matter() with { Channel = Channel.HallDuty, DriveId = drive, DutyShiftId = busy }, County.Clerk);

        Assert.Equal("shift-has-matters", (await shifts.HandleAsync(new CancelShift(busy), house.ActAs(County.Dispatcher), default)).Refused().Code);
        (await shifts.HandleAsync(new CancelShift(free), house.ActAs(County.Dispatcher), default)).Made();
        Assert.Equal("not-permitted", (await shifts.HandleAsync(add, house.ActAs(County.Clerk), default)).Refused().Code);

        Assert.Equal([false, true], await house.ReadAsync(r => r.Set<DutyShift>().OrderBy(s => s.Id).Select(s => s.IsCancelled).ToListAsync()));
    }

    private static async Task<RecordVisit> VisitAsync(TestHouse house) => new(await County.DriveAsync(house), County.Village, _yesterday, 12);

    private static Task<Outcome<VisitRecorded>> RecordAsync(TestHouse house, RecordVisit command, Actor? who = null) =>
        house.Services.GetRequiredService<RecordVisitHandler>().HandleAsync(command, house.ActAs(who ?? County.Clerk), default);
}
