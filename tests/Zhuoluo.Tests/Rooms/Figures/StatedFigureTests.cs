using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Figures.Reconciling;
using Zhuoluo.Rooms.Figures.Stating;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Tallying;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Rhythm;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Figures;

public sealed class StatedFigureTests
{
    private const int FirstId = 101;
    private const int LongList = 60;
    private static readonly FigureScope _february = new() { From = new DateOnly(2026, 2, 1), To = new DateOnly(2026, 2, 28) };

    [Theory, EachDatabase]
    public async Task What_is_stated_keeps_its_records_proves_itself_and_shows_what_changed_since(Db db)
    {
        await using var house = await BulletinTests.OpenAsync(db);
        var stated = (await StateAsync(house, new StateFigure("matters.solved-rate", _february))).Made();
        Assert.Equal((50_000, 1_000, 2_000, 1), (stated.Value, stated.Numerator, stated.Denominator, stated.Records));
        await house.DrainAsync();

        await house.ReadAsync(async read =>
        {
            var reading = Reading(house, read);
            var parts = await reading.PartsAsync(stated.Id, default);
            Assert.Equal([1, 2], parts.Select(p => p.Count));
            Assert.True(StatedReading.Proves(stated, parts));
            Assert.True((await reading.EntryAsync(stated, default))!.Agrees);
            Assert.True((await reading.ChangesAsync(stated, parts[1], house.Acts.Now, null, default)).IsNone);
            return 0;
        });

        // One is altered, one leaves, one enters.
        (await house.Services.GetRequiredService<Writer>().WriteAsync<Done>(house.System(), async work =>
        {
            (await work.Db.Set<Matter>().SingleAsync(m => m.Id == 2)).Version++;
            (await work.Db.Set<Matter>().SingleAsync(m => m.Id == 3)).ClosedOn = new DateOnly(2026, 1, 5);
            return Done.Value;
        }, default)).Made();
        await house.InsertAsync([AMatter.Row(91, house.Acts.Now, m => (m.Outcome, m.ClosedOn) = (MatterOutcome.Solved, new DateOnly(2026, 2, 3)), MatterState.Closed, openedOn: new DateOnly(2026, 2, 2))]);
        await house.ReadAsync(async read =>
        {
            var reading = Reading(house, read);
            var parts = await reading.PartsAsync(stated.Id, default);
            var changes = await reading.ChangesAsync(stated, parts[1], house.Acts.Now, null, default);
            Assert.Equal((1, 1, 1), (changes.Entered.Count, changes.Left.Count, changes.Altered.Count));
            Assert.Equal((91L, 3L, 2L), (changes.Entered.Shown[0].Then.Id, changes.Left.Shown[0].Then.Id, changes.Altered.Shown[0].Then.Id));
            Assert.Equal(100_000, (await reading.NowAsync(stated, house.Acts.Now, default)).Thousandths);
            Assert.True(StatedReading.Proves(stated, parts));
            parts[0].Packed[0] ^= 0xFF;
            Assert.False(StatedReading.Proves(stated, parts));
            Assert.NotEqual(stated.Digest, FigureDigest.Of(stated, [(parts[0].Source, 1, [new CountedThen(2, 1, 99)]), (parts[1].Source, parts[1].Count, RecordList.Read(parts[1].Packed, parts[1].Count))]));
            return 0;
        });
    }

    [Theory, EachDatabase]
    public async Task A_correction_names_the_old_one_and_sums_that_disagree_stop_it(Db db)
    {
        await using var house = await BulletinTests.OpenAsync(db);
        var first = (await StateAsync(house, new StateFigure("matters.received", _february))).Made();
        Assert.Equal("missing", (await StateAsync(house, new StateFigure("matters.received", _february) { SupersedesId = first.Id })).Refused().Code);
        Assert.Equal("not-permitted", (await house.Services.GetRequiredService<StateFigureHandler>().HandleAsync(new StateFigure("matters.received", _february), house.ActAs(Town.HousingHead), default)).Refused().Code);
        Assert.Equal("nothing-to-state", (await StateAsync(house, new StateFigure("ratings.satisfied-rate", _february))).Refused().Code);
        var handler = house.Services.GetRequiredService<StateFigureHandler>();
        (await handler.PublishAsync(first.Id, house.ActAs(Town.Supervisor), default)).Made();
        var second = (await StateAsync(house, new StateFigure("matters.received", _february) { SupersedesId = first.Id, Reason = "补录一件" })).Made();
        Assert.Equal((first.Id, true), (second.SupersedesId, second.IsPublic));

        // A row that no entry tells of is in no tally: the list says otherwise.
        await house.InsertAsync([AMatter.Row(92, house.Acts.Now, openedOn: new DateOnly(2026, 2, 2))]);
        Assert.Equal("sums-disagree", (await StateAsync(house, new StateFigure("matters.received", _february))).Refused().Code);
        var reconcile = house.Services.GetRequiredService<ReconcileHandler>();
        Assert.NotEqual(0, (await reconcile.HandleAsync(house.ActAs(Town.Supervisor), default)).Made());
        await house.Services.GetRequiredService<TallyCheck>().RebuildAsync(house.System(), default);
        Assert.Equal(0, (await reconcile.HandleAsync(house.ActAs(Town.Supervisor), default)).Made());
        Assert.All(await house.ReadAsync(r => r.Set<FigureCheck>().ToListAsync()), c => Assert.True(c.Holds));
    }

    [Theory, EachDatabase]
    public async Task Each_page_of_a_list_tells_how_many_of_all_its_records_the_reader_may_not_see(Db db)
    {
        await using var house = await BulletinTests.OpenAsync(db);
        await house.InsertAsync([.. Long(house.Acts.Now)]);
        CountedThen[] records = [.. Enumerable.Range(FirstId, LongList).Select(id => new CountedThen(id, 1, 1))];
        await house.ReadAsync(async read =>
        {
            var reading = Reading(house, read);
            var (first, last) = (await reading.RecordsAsync(Part("matters", records), 1, null, default), await reading.RecordsAsync(Part("matters", records), 2, null, default));
            Assert.Equal((LongList, LongList - 2, StatedReading.PageSize, 1), (first.Count, first.Hidden, first.Shown.Count, first.Shown.Count(r => r.Told is not null)));
            Assert.Equal((LongList, LongList - 2, LongList - StatedReading.PageSize, 1), (last.Count, last.Hidden, last.Shown.Count, last.Shown.Count(r => r.Told is not null)));
            Assert.Equal(0, (await reading.RecordsAsync(Part("matters", records), 2, house.ActAs(Town.Supervisor), default)).Hidden);
            // Theirs is the first page only.
            Assert.Equal(LongList - 40, (await reading.RecordsAsync(Part("matters", records), 2, house.ActAs(Town.HousingHead), default)).Hidden);
            // Ratings open no record to anybody; of a very long list it is told of the page.
            Assert.Equal(LongList, (await reading.RecordsAsync(Part("ratings", records), 1, house.ActAs(Town.Supervisor), default)).Hidden);
            Assert.Null((await reading.RecordsAsync(Part("matters", [.. Enumerable.Range(1, StatedReading.MostLookedUp + 1).Select(id => new CountedThen(id, 1, 1))]), 1, null, default)).Hidden);
            return 0;
        });
    }

    [Fact]
    public async Task The_public_page_says_it_of_all_records_on_each_of_its_pages()
    {
        await using var house = await StaffSite.OpenAsync();
        var site = house.Site;
        (await site.Services.GetRequiredService<Writer>().WriteAsync<Done>(site.Operator(), work =>
        {
            work.Db.AddRange(Long(work.Act.At));
            return Task.FromResult<Outcome<Done>>(Done.Value);
        }, default)).Made();
        await site.Services.GetRequiredService<TallyCheck>().RebuildAsync(site.Operator(), default);
        var stated = (await site.Services.GetRequiredService<StateFigureHandler>().HandleAsync(new StateFigure("matters.received", FigureScope.All), house.As(Town.Supervisor), default)).Made();
        (await site.Services.GetRequiredService<StateFigureHandler>().PublishAsync(stated.Id, house.As(Town.Supervisor), default)).Made();
        using var anybody = site.Client();
        foreach (var (page, shown) in new[] { (1, "2026-000101"), (2, "2026-000160") })
        {
            var list = (await anybody.PageAsync($"/public/figures/{stated.Id}?p={page}")).QuerySelector("section[aria-labelledby=records] .plain-list")!;
            Assert.Equal([shown, $"全部 {LongList} 条中有 {LongList - 2} 条不公开或无权查看"], list.QuerySelectorAll("li").Select(l => l.TextContent));
        }
    }

    [Fact]
    public void A_list_of_records_is_packed_and_read_back()
    {
        CountedThen[] records = [new(1, 1, 0), new(2, -5, 7), new(long.MaxValue - 1, long.MaxValue, long.MinValue)];
        Assert.Equal(records, RecordList.Unpack(RecordList.Pack(records), records.Length));
        Assert.Empty(RecordList.Unpack(RecordList.Pack([]), 0));
    }

    // The first and the last are public; the first forty are of one unit.
    private static IEnumerable<Matter> Long(DateTimeOffset at) => Enumerable.Range(FirstId, LongList).Select(id => AMatter.Row(id, at, m =>
        (m.IsPublic, m.LeadUnitId) = (id is FirstId or FirstId + LongList - 1, id < FirstId + 40 ? Town.Housing.Id : Town.TownHall.Id)));

    private static StatedRecords Part(string source, CountedThen[] records) => new() { StatedId = records.Length, Part = 0, Source = source, Count = records.Length, Packed = RecordList.Pack(records) };

    private static Task<Outcome<StatedFigure>> StateAsync(TestHouse house, StateFigure wanted) =>
        house.Services.GetRequiredService<StateFigureHandler>().HandleAsync(wanted, house.ActAs(Town.Supervisor), default);

    private static StatedReading Reading(TestHouse house, ZhuoluoContext read) =>
        new(read, house.Services.GetRequiredService<FigureCounter>(), house.Services.GetRequiredService<FigureSources>(), house.Services.GetRequiredService<Zhuoluo.Rooms.Organisation.Offices>(), house.Services.GetRequiredService<Kept>());
}
