using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Start;

namespace Zhuoluo.Bench;

/// <summary>What a day at the office asks for: lists with filters on, matters at random, statistics by each sort.</summary>
internal sealed record Addresses(IReadOnlyList<string> Lists, IReadOnlyList<string> Details, IReadOnlyList<string> Statistics)
{
    private const int Matters = 5000;

    public static async Task<Addresses> OfAsync(DatabaseOptions database)
    {
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: true));
        await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        var size = await db.Set<Matter>().CountAsync();
        var step = Math.Max(1, size / Matters);
        var numbers = await db.Set<Matter>().OrderBy(m => m.Id).Select(m => m.Number).ToListAsync();
        var units = await db.Set<Matter>().Where(m => m.LeadUnitId != null).GroupBy(m => m.LeadUnitId!.Value)
            .OrderByDescending(g => g.Count()).Select(g => g.Key).Take(5).ToListAsync();
        var codes = await db.Set<Unit>().Where(u => units.Contains(u.Id)).Select(u => u.Code).ToListAsync();
        var categories = await db.Set<Category>().OrderBy(c => c.Code).Select(c => c.Code).Take(5).ToListAsync();
        return new Addresses(
            [
                .. codes.Select(c => $"/matters?state=open&unit={c}"),
                .. categories.Select(c => $"/matters?state=closed&category={c}"),
                "/matters?state=open&kind=help", "/matters?state=open&town=360821100", "/matters?state=closed&outcome=solved&town=360821100",
            ],
            [.. numbers.Where((_, i) => i % step == 0).Select(n => $"/matters/{n}")],
            ["/statistics", "/statistics?by=town", "/statistics?by=category", "/statistics?by=month", "/statistics?by=channel"]);
    }
}
