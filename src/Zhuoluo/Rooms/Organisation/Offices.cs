using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>The door to units and places; a node learns of another node's change within two seconds (<see cref="OfficesWatch"/>).</summary>
internal sealed class Offices(IDbContextFactory<ZhuoluoContext> reads) : Snapshot<OfficesSnapshot>(reads)
{
    protected override IQueryable<long> Version(ZhuoluoContext db) =>
        db.Set<OrganisationVersion>().Where(v => v.Id == OrganisationVersion.TheOne).Select(v => v.Number);

    protected override OfficesSnapshot Load(ZhuoluoContext db, long version) =>
        new(version, [.. db.Set<Unit>()], [.. db.Set<UnitAlias>()], [.. db.Set<Place>()], [.. db.Set<PlaceAlias>()]);
}
