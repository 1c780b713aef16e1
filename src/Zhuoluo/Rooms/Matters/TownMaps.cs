using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.AreaMap;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The door to the county's own outlines, for whoever draws numbers of towns on them. A file is taken apart once, not on every page.</summary>
internal sealed class TownMaps
{
    private volatile Known? _known;

    /// <summary>Null while the county has given no map.</summary>
    public async Task<TownOutlines?> ReadAsync(ZhuoluoContext db, OfficesSnapshot offices, CancellationToken cancel)
    {
        var at = await db.Set<MapFile>().Where(m => m.Id == MapFile.TheOne).Select(m => (DateTimeOffset?)m.UploadedAt).SingleOrDefaultAsync(cancel);
        if (at is not { } uploaded)
        {
            return null;
        }
        if (_known is { } known && known.At == uploaded && known.Version == offices.Version)
        {
            return known.Outlines;
        }
        var map = await db.Set<MapFile>().AsNoTracking().SingleAsync(m => m.Id == MapFile.TheOne, cancel);
        if (GeoShapes.Read(map.GeoJson).IsRefused(out _, out var shapes))
        {
            return null;
        }
        var outlines = new TownOutlines(map.Name, map.Approval, [.. shapes.Select(s => new TownOutline(KeepMapHandler.TownOf(s, offices), s.Name, s.Rings))]);
        _known = new Known(map.UploadedAt, offices.Version, outlines);
        return outlines;
    }

    private sealed record Known(DateTimeOffset At, long Version, TownOutlines Outlines);
}

/// <param name="Name">What the map is called.</param>
/// <param name="Approval">审图号; null for a sketch, which is marked as one.</param>
/// <param name="Areas">In the order of the file.</param>
internal sealed record TownOutlines(string Name, string? Approval, IReadOnlyList<TownOutline> Areas);

/// <param name="Town">Null where the file names none of ours.</param>
/// <param name="Name">As the file says.</param>
/// <param name="Rings">Longitude and latitude in degrees.</param>
internal sealed record TownOutline(Place? Town, string Name, IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>> Rings);
