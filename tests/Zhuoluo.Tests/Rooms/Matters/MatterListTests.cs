using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Zhuoluo.Tests.Rooms.Matters;

public sealed class MatterListTests
{
    [Theory, EachDatabase]
    public async Task A_filter_gives_exactly_the_rows_that_the_same_rule_gives_in_memory(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await Town.MoveInAsync(house);
        var now = house.Acts.Now;
        var rows = Mixed(now);
        await house.InsertAsync([.. rows]);
        // Half of them stand in the tallies, the others only in entries that nobody has read yet: the number is that of the rows all the same.
        await house.TellAsync([.. rows.Where(m => m.Id % 2 == 0).Select(m => m.Id)]);
        await house.RecordAsync([.. rows.Where(m => m.Id % 2 != 0).Select(m => m.Id)]);

        foreach (var (filter, rule) in Rules(now))
        {
            var expected = rows.Where(rule).Select(m => m.Id).Order().ToList();
            var found = await FindAsync(house, filter, Town.Dispatcher);
            Assert.True(expected.SequenceEqual(found.Order()), $"{filter.Href}: {string.Join(' ', expected)} / {string.Join(' ', found)}");
            Assert.NotEmpty(expected);
        }
    }

    [Theory, EachDatabase]
    public async Task Row_and_condition_agree_on_the_light(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await Town.MoveInAsync(house);
        var now = house.Acts.Now;
        await house.InsertAsync([.. Mixed(now)]);

        foreach (var light in Enum.GetValues<Light>())
        {
            var rows = await PageAsync(house, MatterFilter.All with { Light = light, IsDense = true }, Town.Dispatcher);
            Assert.All(rows.Items, r => Assert.Equal(light, r.LightAt(now)));
        }
    }

    [Theory, EachDatabase]
    public async Task Each_role_sees_its_own_and_no_more(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await Town.MoveInAsync(house);
        var now = house.Acts.Now;
        await house.InsertAsync(
        [
            AMatter.Row(1, now, m => m.LeadUnitId = Town.Housing.Id, MatterState.InProgress),
            AMatter.Row(2, now, m => m.LeadUnitId = Town.Pipes.Id, MatterState.InProgress),
            AMatter.Row(3, now, m => m.LeadUnitId = Town.TownHall.Id, MatterState.InProgress),
            AMatter.Row(4, now),
            AMatter.Row(5, now, m => { m.LeadUnitId = Town.Housing.Id; m.IsConfidential = true; }, MatterState.InProgress),
            AMatter.Row(6, now, m => { m.LeadUnitId = Town.TownHall.Id; m.IsConfidential = true; }, MatterState.InProgress),
            AMatter.Row(7, now, m => m.LeadUnitId = Town.TownHall.Id, MatterState.InProgress),
            new Holding { Id = 70, MatterId = 7, UnitId = Town.Pipes.Id, Part = HoldingPart.Assist, From = now },
            TakenIn(40, 4, now, Town.TownHall),
        ]);
        await house.RecordAsync([1, 2, 3, 4, 5, 6, 7]);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], await SeenAsync(house, Town.Dispatcher));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], await SeenAsync(house, Town.Supervisor));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], await SeenAsync(house, Town.Auditor));
        Assert.Equal([1, 2, 3, 4, 7], await SeenAsync(house, Town.Leader));
        Assert.Equal([1, 2, 5, 7], await SeenAsync(house, Town.HousingHead));
        Assert.Equal([2, 7], await SeenAsync(house, Town.PipeHandler));
        Assert.Equal([3, 4, 7], await SeenAsync(house, Town.TownClerk));
        Assert.Empty(await SeenAsync(house, Town.Administrator));
        Assert.Empty(await SeenAsync(house, Actor.Public));
    }

    [Theory, EachDatabase]
    public async Task Confidential_matters_are_not_found_by_their_words(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await Town.MoveInAsync(house);
        var now = house.Acts.Now;
        await house.InsertAsync(
        [
            AMatter.Row(1, now, m => m.Title = "反映停水"),
            AMatter.Row(2, now, m => { m.Title = "反映停水"; m.IsConfidential = true; }),
            AMatter.Row(3, now, m => m.Title = "路灯不亮"),
            new MatterText { MatterId = 3, Text = "路灯不亮，还有停水的事" },
        ]);
        await house.TellAsync([1, 2, 3]);

        Assert.Equal([1, 3], (await FindAsync(house, MatterFilter.All with { Words = "停水" }, Town.Dispatcher)).Order());
        Assert.Equal([2], await FindAsync(house, MatterFilter.All with { Words = "2026-000002" }, Town.Dispatcher));
    }

    [Theory, EachDatabase]
    public async Task A_page_beyond_the_last_shows_the_last(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await Town.MoveInAsync(house);
        var now = house.Acts.Now;
        await house.InsertAsync([.. Enumerable.Range(1, 30).Select(i => AMatter.Row(i, now))]);
        await house.RecordAsync([.. Enumerable.Range(1, 30).Select(i => (long)i)]);

        var page = await PageAsync(house, MatterFilter.All with { Page = 900 }, Town.Dispatcher);

        Assert.Equal((30, 2, 5), (page.Total, page.Number, page.Items.Count));
    }

    private static Step TakenIn(long id, long matterId, DateTimeOffset at, Unit by) => new()
    {
        Id = id,
        MatterId = matterId,
        Verb = Verb.Register,
        FromState = MatterState.Registered,
        ToState = MatterState.Registered,
        At = at,
        ActorKind = ActorKind.Staff,
        OfficeId = by.Id,
    };

    // Every state with every sort of deadline, spread over units, places, months and kinds.
    private static List<Matter> Mixed(DateTimeOffset now)
    {
        var states = Enum.GetValues<MatterState>();
        return [.. Enumerable.Range(0, 170).Select(i => AMatter.Row(i + 1, now, m =>
        {
            m.Kind = (MatterKind)(1 + i % 7);
            m.Urgency = i % 11 == 0 ? Urgency.Urgent : Urgency.Ordinary;
            m.Outcome = m.IsOpen ? MatterOutcome.None : (MatterOutcome)(1 + i % 4);
            m.LeadUnitId = (i % 5) switch { 0 => null, 1 => Town.Housing.Id, 2 => Town.Pipes.Id, 3 => Town.TownHall.Id, _ => Town.Hotline.Id };
            m.CategoryCode = (i % 4) switch { 0 => null, 1 => "01", 2 => "0101", _ => "02" };
            m.PlaceCode = i % 3 == 0 ? "360821102" : "360821101201";
            m.TownCode = m.PlaceCode[..9];
            m.DueAt = (i % 6) switch { 0 => null, 1 => now.AddHours(-3), 2 => now, 3 => now.AddHours(5), 4 => now.AddDays(1), _ => now.AddDays(9) };
            m.NearAt = m.DueAt?.AddDays(-1);
            m.IsPaused = i % 13 == 0;
            m.ClosedOn = m.IsOpen ? null : new DateOnly(2026, 1 + i % 3, 5 + i % 20);
            m.Grade = i % 6;
            m.Round = 1 + i % 2;
            m.ReturnCount = i % 3;
            m.UrgeCount = i % 4;
            m.IsWindowEscalation = i % 17 == 0;
            m.IsAtOnce = i % 7 == 0;
            m.IsPublic = i % 2 == 0;
            m.IsConfidential = i % 19 == 0;
        }, states[i % states.Length], (Channel)(1 + i % 9), new DateOnly(2026, 1 + i % 2, 1 + i % 28)))];
    }

    private static IEnumerable<(MatterFilter Filter, Func<Matter, bool> Rule)> Rules(DateTimeOffset now)
    {
        var all = MatterFilter.All;
        yield return (all, _ => true);
        yield return (all with { States = StateSet.Open }, m => m.State < MatterState.Closed);
        yield return (all with { States = StateSet.Ended }, m => m.State >= MatterState.Closed);
        yield return (all with { States = StateSet.Of(MatterState.InProgress, MatterState.Closed) }, m => m.State is MatterState.InProgress or MatterState.Closed);
        yield return (all with { Kind = MatterKind.Complaint }, m => m.Kind == MatterKind.Complaint);
        yield return (all with { Channel = Channel.Hotline }, m => m.Channel == Channel.Hotline);
        yield return (all with { Outcome = MatterOutcome.Solved }, m => m.Outcome == MatterOutcome.Solved);
        yield return (all with { Unit = Town.Housing.Code }, m => m.LeadUnitId == Town.Housing.Id || m.LeadUnitId == Town.Pipes.Id);
        yield return (all with { Unit = Town.Housing.Code, IsExact = true }, m => m.LeadUnitId == Town.Housing.Id);
        yield return (all with { Category = "01" }, m => m.CategoryCode is "01" or "0101");
        yield return (all with { Category = "01", IsExact = true }, m => m.CategoryCode == "01");
        yield return (all with { Town = "360821101" }, m => m.TownCode == "360821101");
        yield return (all with { Place = "360821102" }, m => m.PlaceCode == "360821102");
        yield return (all with { OpenedMonth = new YearMonth(2026, 2) }, m => m.OpenedOn.Month == 2);
        yield return (all with { OpenedFrom = new DateOnly(2026, 1, 20), OpenedTo = new DateOnly(2026, 2, 3) }, m => m.OpenedOn >= new DateOnly(2026, 1, 20) && m.OpenedOn <= new DateOnly(2026, 2, 3));
        yield return (all with { ClosedMonth = new YearMonth(2026, 3) }, m => m.ClosedOn?.Month == 3);
        yield return (all with { IsConfidential = true }, m => m.IsConfidential);
        yield return (all with { Number = "2026-00001" }, m => m.Id is >= 10 and < 20);
        yield return (all with { With = Trait.Redone }, m => m.Round > 1);
        yield return (all with { With = Trait.Urged }, m => m.UrgeCount > 0);
        yield return (all with { With = Trait.BadRating }, m => m.Grade is 1 or 2);
        yield return (all with { With = Trait.WindowEscalation }, m => m.IsOpen && m.IsWindowEscalation);
        yield return (all with { With = Trait.DueToday }, m => m.IsOpen && !m.IsPaused && m.State != MatterState.Suspended && m.DueAt is { } due && LocalDay.Of(due.AddTicks(-1)) == LocalDay.Of(now));
        yield return (all with { With = Trait.Urgent, States = StateSet.Open }, m => m.Urgency == Urgency.Urgent && m.IsOpen);
        foreach (var light in Enum.GetValues<Light>())
        {
            yield return (all with { Light = light }, m => Lights.Of(m, now) == light);
        }
    }

    private static async Task<List<long>> FindAsync(TestHouse house, MatterFilter filter, Actor who)
    {
        var found = new List<long>();
        for (var page = 1; ; page++)
        {
            var one = await PageAsync(house, filter with { Page = page, IsDense = true }, who);
            found.AddRange(one.Items.Select(r => r.Id));
            if (!one.HasNext)
            {
                Assert.Equal(one.Total, found.Count);
                return found;
            }
        }
    }

    private static async Task<IEnumerable<long>> SeenAsync(TestHouse house, Actor who) =>
        (await FindAsync(house, MatterFilter.All, who)).Order();

    private static async Task<Paged<MatterRow>> PageAsync(TestHouse house, MatterFilter filter, Actor who)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var offices = house.Services.GetRequiredService<Offices>().Current;
        return await house.ReadAsync(async db => await new MatterListQuery(db, house.Services.GetRequiredService<Zhuoluo.Rooms.Matters.Terms.WordBook>(), new MatterCount(db, new ExactTallies(db)))
            .PageAsync(filter, new Viewer(who, house.Acts.Now, offices), await Catalogue.LoadAsync(db, default), default));
    }
}
