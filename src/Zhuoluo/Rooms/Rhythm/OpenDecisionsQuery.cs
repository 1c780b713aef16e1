using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>The door to decisions that are not carried out: how many each unit has. Only those are in the index that answers.</summary>
internal sealed class OpenDecisionsQuery(ZhuoluoContext db, Kept kept)
{
    /// <summary>Where the list shows exactly those.</summary>
    public static string Address(string show, string? unitCode) => "/rhythm/decisions?show=" + show + (unitCode is null ? "" : "&unit=" + Uri.EscapeDataString(unitCode));

    /// <summary>The most overdue first; of those that the list shows to this person.</summary>
    public async Task<IReadOnlyList<OpenDecisions>> ByUnitAsync(Actor who, OfficesSnapshot offices, DateOnly today, CancellationToken cancel)
    {
        var all = await kept.GetAsync<IReadOnlyList<OpenDecisions>>(("open-decisions", today), async () => await db.Set<Decision>().Where(d => d.DoneOn == null)
            .GroupBy(d => d.UnitId).Select(g => new OpenDecisions(g.Key, g.Count(), g.Count(d => d.DueOn < today))).ToListAsync(cancel), cancel);
        var units = RhythmScope.UnitsOf(who, offices);
        return [.. all.Where(d => units is null or { Count: 0 } || units.Contains(d.UnitId)).OrderByDescending(d => d.Overdue).ThenByDescending(d => d.Open).ThenBy(d => d.UnitId)];
    }
}

internal sealed record OpenDecisions(long UnitId, int Open, int Overdue);
