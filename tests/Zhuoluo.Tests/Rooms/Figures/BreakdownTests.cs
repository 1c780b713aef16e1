using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Rhythm;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Figures;

/// <summary>What tallies say by unit and by month is what the records say.</summary>
public sealed class BreakdownTests
{
    private static readonly string[] _figures = ["matters.received", "matters.open", "matters.ended", "matters.closed", "matters.solved", "matters.explained"];

    [Theory, EachDatabase]
    public async Task By_unit_and_by_month_tallies_and_records_agree(Db db)
    {
        await using var house = await BulletinTests.OpenAsync(db);
        await CompareAsync(house, months: 2, housing: 4);
    }

    [Theory, EachDatabase]
    public async Task They_agree_while_entries_wait_for_the_follower(Db db)
    {
        await using var house = await BulletinTests.OpenAsync(db);
        // One is new and one is closed; nobody has brought the tallies up to it.
        (await house.Writer.WriteAsync<Done>(house.System(), async work =>
        {
            work.Db.Add(AMatter.Row(95, house.Acts.Now, m => m.LeadUnitId = Town.Housing.Id, openedOn: new DateOnly(2026, 2, 3)));
            var open = await work.Db.Set<Matter>().Where(m => m.IsOpen && m.LeadUnitId == Town.Housing.Id).OrderBy(m => m.Id).FirstAsync();
            (open.State, open.IsOpen, open.Outcome, open.ClosedOn) = (MatterState.Closed, false, MatterOutcome.Solved, new DateOnly(2026, 2, 20));
            return Done.Value;
        }, default)).Made();
        var closed = await house.ReadAsync(r => r.Set<Matter>().Where(m => m.ClosedOn == new DateOnly(2026, 2, 20)).Select(m => m.Id).ToListAsync());
        await house.RecordAsync([.. closed, 95]);
        await CompareAsync(house, months: 2, housing: 5);
        await house.DrainAsync();
        await CompareAsync(house, months: 2, housing: 5);
    }

    private static Task<int> CompareAsync(TestHouse house, int months, int housing) => house.ReadAsync(async read =>
    {
        var (counter, now) = (house.Services.GetRequiredService<FigureCounter>(), new FigureMoment(house.Acts.Now));
        var shelf = await house.Services.GetRequiredService<FigureBook>().ReadAsync(read, default);
        FigureScope[] scopes = [FigureScope.All, new() { Unit = Town.Housing }, new() { From = new DateOnly(2026, 2, 1), To = new DateOnly(2026, 2, 28) }];
        foreach (var scope in scopes)
        {
            foreach (var figure in _figures.Select(k => shelf.Find(k)!))
            {
                var units = await counter.ByUnitAsync(read, figure, scope, now, default);
                Assert.Equal((await counter.RecordsByUnitAsync(read, figure, scope, now, default)).OrderBy(u => u.Key), units.OrderBy(u => u.Key));
                if (figure.Day is not null)
                {
                    var byMonth = await counter.ByMonthAsync(read, figure, scope, now, default);
                    Assert.Equal((await counter.CountAsync(read, figure, shelf, scope, now, default)).Value, byMonth.Values.Sum());
                }
            }
        }
        var received = shelf.Find("matters.received")!;
        Assert.NotNull(await house.Services.GetRequiredService<FigureSources>().Of(received).QuickByUnitAsync(read, counter.Ask(received, now), FigureScope.All, default));
        Assert.Equal(months, (await counter.ByMonthAsync(read, received, FigureScope.All, now, default)).Count);
        var all = await counter.ByUnitAsync(read, received, FigureScope.All, now, default);
        Assert.Equal((1, housing), ((int)all[Town.TownHall.Id], (int)all[Town.Housing.Id]));
        return 0;
    });
}
