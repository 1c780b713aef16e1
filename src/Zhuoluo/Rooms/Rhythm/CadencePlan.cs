using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>What an edition says: its steps in order and who owes them.</summary>
internal sealed record CadencePlan(CadenceEdition Edition, IReadOnlyList<CadenceStep> Steps, IReadOnlyList<long> UnitIds)
{
    /// <summary>The present edition of each, by the cadence's id.</summary>
    public static async Task<IReadOnlyDictionary<long, CadencePlan>> ReadAsync(ZhuoluoContext db, IQueryable<Cadence> cadences, CancellationToken cancel)
    {
        var editions = await cadences.Join(db.Set<CadenceEdition>(), c => new { c.Id, Number = c.Edition }, e => new { Id = e.CadenceId, e.Number }, (c, e) => e).ToListAsync(cancel);
        var ids = editions.ConvertAll(e => e.Id);
        var steps = (await db.Set<CadenceStep>().Where(s => ids.Contains(s.EditionId)).OrderBy(s => s.Serial).ToListAsync(cancel)).ToLookup(s => s.EditionId);
        var units = (await db.Set<CadenceUnit>().Where(u => ids.Contains(u.EditionId)).OrderBy(u => u.UnitId).ToListAsync(cancel)).ToLookup(u => u.EditionId, u => u.UnitId);
        return editions.ToDictionary(e => e.CadenceId, e => new CadencePlan(e, [.. steps[e.Id]], [.. units[e.Id]]));
    }
}
