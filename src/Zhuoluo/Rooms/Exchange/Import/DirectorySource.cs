using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>The county's own places, units and topics as the directory against which a file is read.</summary>
internal sealed class DirectorySource(Offices offices, IDbContextFactory<ZhuoluoContext> reads)
{
    public async Task<OfficeDirectory> LoadAsync(string placeCode, CancellationToken cancel)
    {
        await offices.RefreshAsync(cancel);
        await using var db = await reads.CreateDbContextAsync(cancel);
        var categories = await db.Set<Category>().OrderBy(c => c.Code).Select(c => new DirectoryCategory(c.Code, c.Name)).ToListAsync(cancel);
        var county = placeCode[..Math.Min(6, placeCode.Length)];
        var current = offices.Current;
        return new OfficeDirectory(
            [.. current.Places.Where(p => p.Code.StartsWith(county, StringComparison.Ordinal)).Select(p => Of(p, current))],
            // The county itself is the owner of all and so of nothing: no word stands for it as a unit that handles.
            [.. current.Units.Where(u => u.Kind != UnitKind.County).Select(u => new DirectoryUnit(u.Code, u.Name, [.. current.AliasesOf(u)]))],
            categories);
    }

    private static DirectoryPlace Of(Place place, OfficesSnapshot offices) =>
        new(place.Code, place.Name, WordOf(place.Kind), place.ParentCode, [.. offices.AliasesOf(place)]);

    private static string WordOf(PlaceKind kind) => kind switch
    {
        PlaceKind.County => "county",
        PlaceKind.Village => "village",
        PlaceKind.Community => "community",
        _ => "town",
    };
}
