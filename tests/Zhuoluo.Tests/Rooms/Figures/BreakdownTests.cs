using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Rooms.Figures;
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
        await CompareAsync(house, months: 2);
    }

    private static Task<int> CompareAsync(TestHouse house, int months) => house.ReadAsync(async read =>
    {
        var (counter, now) = (house.Services.GetRequiredService<FigureCounter>(), house.Acts.Now);
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
        Assert.Equal((1, 4), ((int)all[Town.TownHall.Id], (int)all[Town.Housing.Id]));
        return 0;
    });
}
