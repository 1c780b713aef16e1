using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// The door to units and places: a snapshot in memory, replaced when the room's version row has moved on. The handlers of this
/// room refresh it before they answer; a node learns of another node's change within two seconds (<see cref="OfficesWatch"/>).
/// </summary>
internal sealed class Offices(IDbContextFactory<ZhuoluoContext> reads)
{
    private readonly Lock _loading = new();
    private volatile OfficesSnapshot? _current;

    public OfficesSnapshot Current
    {
        get
        {
            if (_current is { } current)
            {
                return current;
            }
            lock (_loading)
            {
                return _current ??= Load();
            }
        }
    }

    /// <summary>Takes in what was committed since; cheap when nothing was.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var version = await VersionAsync(db, cancel);
        if (_current is { } current && current.Version >= version)
        {
            return;
        }
        var loaded = await LoadAsync(db, version, cancel);
        lock (_loading)
        {
            if (_current is null || _current.Version < loaded.Version)
            {
                _current = loaded;
            }
        }
    }

    private static Task<long> VersionAsync(ZhuoluoContext db, CancellationToken cancel) =>
        db.Set<OrganisationVersion>().Where(v => v.Id == OrganisationVersion.TheOne).Select(v => v.Number).SingleAsync(cancel);

    // The version is read first: a change in between is then loaded under the older number and loaded once more, never missed.
    private static async Task<OfficesSnapshot> LoadAsync(ZhuoluoContext db, long version, CancellationToken cancel) => new(
        version,
        await db.Set<Unit>().ToListAsync(cancel),
        await db.Set<UnitAlias>().ToListAsync(cancel),
        await db.Set<Place>().ToListAsync(cancel),
        await db.Set<PlaceAlias>().ToListAsync(cancel));

    private OfficesSnapshot Load()
    {
        using var db = reads.CreateDbContext();
        var version = db.Set<OrganisationVersion>().Where(v => v.Id == OrganisationVersion.TheOne).Select(v => v.Number).Single();
        return new(version, [.. db.Set<Unit>()], [.. db.Set<UnitAlias>()], [.. db.Set<Place>()], [.. db.Set<PlaceAlias>()]);
    }
}
