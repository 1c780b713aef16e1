using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Cadences;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class CadenceTests
{
    [Theory, EachDatabase]
    public async Task Every_unit_owes_every_step_once_however_often_the_job_runs(Db db)
    {
        await using var house = await OpenAsync(db);
        var today = LocalDay.Of(house.Acts.Now);
        (await KeepAsync(house, Weekly(today))).Made();
        var first = await house.ReadAsync(r => r.Set<Beat>().OrderBy(b => b.Id).ToListAsync());
        Assert.All(first.GroupBy(b => (b.Period, b.Serial)), g => Assert.Equal([Town.Housing.Id, Town.TownHall.Id], g.Select(b => b.UnitId)));

        Assert.Equal(0, (await PrepareAsync(house)).Made());
        house.Clock.Advance(TimeSpan.FromDays(7));
        var added = (await PrepareAsync(house)).Made();
        Assert.Equal(0, (await PrepareAsync(house)).Made());
        Assert.Equal(4, added);
        Assert.Equal(first.Count + added, await house.ReadAsync(r => r.Set<Beat>().CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task What_was_held_makes_it_done_and_a_missed_one_shows(Db db)
    {
        await using var house = await OpenAsync(db);
        var today = LocalDay.Of(house.Acts.Now);
        (await KeepAsync(house, Weekly(today))).Made();
        var beat = await house.ReadAsync(r => r.Set<Beat>().Where(b => b.UnitId == Town.Housing.Id).OrderBy(b => b.DueOn).FirstAsync());
        house.Clock.Advance(TimeSpan.FromDays(14));
        var later = LocalDay.Of(house.Acts.Now);
        Assert.Equal(BeatState.Missed, beat.StateOn(later));

        Assert.Equal("not-permitted", (await FinishAsync(house, beat, later, "周例会", Town.TownClerk)).Refused().Code);
        Assert.Equal("missing", (await FinishAsync(house, beat, later, " ", Town.HousingHead)).Refused().Code);
        Assert.Equal("done-in-future", (await FinishAsync(house, beat, later.AddDays(1), "周例会", Town.HousingHead)).Refused().Code);
        var done = (await FinishAsync(house, beat, later, "第9周例会", Town.HousingHead)).Made();
        Assert.Equal(BeatState.Late, done.StateOn(later));
        Assert.Equal("beat-done", (await FinishAsync(house, beat, later, "又一次", Town.HousingHead)).Refused().Code);
        await house.DrainAsync();
        Assert.Equal(1, await house.ReadAsync(r => r.Set<LedgerEntry>().CountAsync(e => e.Kind == "beat.finished")));
    }

    [Theory, EachDatabase]
    public async Task A_change_is_the_next_edition_and_leaves_what_was_prepared(Db db)
    {
        await using var house = await OpenAsync(db);
        var today = LocalDay.Of(house.Acts.Now);
        var id = (await KeepAsync(house, Weekly(today))).Made();
        var before = await house.ReadAsync(r => r.Set<Beat>().CountAsync());
        (await KeepAsync(house, Weekly(today) with { Id = id, Name = "每周一例会", Steps = [new StepWanted(BeatKind.Meeting, "晨会", 1)] })).Made();
        Assert.Equal(before, await house.ReadAsync(r => r.Set<Beat>().CountAsync(b => b.Name != "晨会")));
        Assert.Equal([1, 2], await house.ReadAsync(r => r.Set<CadenceEdition>().OrderBy(e => e.Number).Select(e => e.Number).ToListAsync()));

        (await KeepAsync(house, Weekly(today) with { Id = id, IsEnded = true })).Made();
        house.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, (await PrepareAsync(house)).Made());
    }

    [Fact]
    public async Task A_chain_is_known_in_full_from_the_day_it_is_set_up()
    {
        await using var house = await OpenAsync(Db.Sqlite);
        var chain = ShippedCadences.All.Single(c => c.Every == Every.Once);
        (await KeepAsync(house, new KeepCadence(chain.Code, chain.Name, chain.Every, Town.Hotline.Id, LocalDay.Of(house.Acts.Now), chain.Steps, [Town.Housing.Id]))).Made();
        Assert.Equal([BeatKind.Launch, BeatKind.Push, BeatKind.Summary], await house.ReadAsync(r => r.Set<Beat>().OrderBy(b => b.Serial).Select(b => b.Kind).ToListAsync()));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused()
    {
        await using var house = await OpenAsync(Db.Sqlite);
        var good = Weekly(LocalDay.Of(house.Acts.Now));
        Assert.Equal("not-permitted", (await KeepAsync(house, good, Town.HousingHead)).Refused().Code);
        Assert.Equal("unreadable-cadence-code", (await KeepAsync(house, good with { Code = "每周" })).Refused().Code);
        Assert.Equal("missing", (await KeepAsync(house, good with { Name = " " })).Refused().Code);
        Assert.Equal("cadence-needs-units", (await KeepAsync(house, good with { UnitIds = [] })).Refused().Code);
        Assert.Equal("cadence-needs-steps", (await KeepAsync(house, good with { Steps = [] })).Refused().Code);
        Assert.Equal("day-outside-period", (await KeepAsync(house, good with { Steps = [new StepWanted(BeatKind.Meeting, "例会", 8)] })).Refused().Code);
        (await KeepAsync(house, good)).Made();
        Assert.Equal("cadence-taken", (await KeepAsync(house, good)).Refused().Code);
    }

    internal static async Task<TestHouse> OpenAsync(Db db)
    {
        var house = await TestHouse.OpenAsync(db);
        await Town.MoveInAsync(house);
        return house;
    }

    internal static KeepCadence Weekly(DateOnly from) => new(
        "weekly", "每周例会和通报", Every.Week, Town.Hotline.Id, from, [new StepWanted(BeatKind.Meeting, "周例会", 1), new StepWanted(BeatKind.Bulletin, "周通报", 4)], [Town.Housing.Id, Town.TownHall.Id]);

    internal static Task<Outcome<long>> KeepAsync(TestHouse house, KeepCadence cadence, Actor? who = null) =>
        house.Services.GetRequiredService<KeepCadenceHandler>().HandleAsync(cadence, house.ActAs(who ?? Town.Supervisor), default);

    private static Task<Outcome<int>> PrepareAsync(TestHouse house) =>
        house.Services.GetRequiredService<PrepareBeats>().RunAsync(house.Acts.New(Actor.Job("prepare-beats"), Door.Job), default);

    private static Task<Outcome<Beat>> FinishAsync(TestHouse house, Beat beat, DateOnly on, string proof, Actor who) =>
        house.Services.GetRequiredService<FinishBeatHandler>().HandleAsync(new FinishBeat(beat.Id, on, proof), house.ActAs(who), default);
}
