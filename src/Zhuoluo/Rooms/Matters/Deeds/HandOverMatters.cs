using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>What somebody signed for and has not finished goes to the successor when the term ends; the unit stays responsible all along (row A07).</summary>
internal sealed class HandOverMatters : IHandOver
{
    public async Task<IReadOnlyList<OpenItem>> HoldsAsync(ZhuoluoContext db, long personId, long unitId, CancellationToken cancel)
    {
        var matters = await db.Set<Matter>().Where(m => m.IsOpen && m.LeadUnitId == unitId && m.HandlerId == personId)
            .OrderBy(m => m.DueAt == null).ThenBy(m => m.DueAt).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.Number, m.Title, m.DueAt }).ToListAsync(cancel);
        return [.. matters.Select(m => new OpenItem("matter", m.Id, m.Number, m.Title, $"/matters/{m.Number}",
            m.DueAt is { } due ? LocalDay.Of(due.AddTicks(-1)) : null))];
    }

    public async Task<int> PassAsync(Work work, long personId, long unitId, long successorId, CancellationToken cancel)
    {
        var matters = await work.Db.Set<Matter>().Where(m => m.IsOpen && m.LeadUnitId == unitId && m.HandlerId == personId).ToListAsync(cancel);
        foreach (var matter in matters)
        {
            matter.HandlerId = successorId;
            matter.UpdatedAt = work.Act.At;
            matter.UpdatedBy = work.Act.Who.Name;
            matter.Version++;
        }
        return matters.Count;
    }
}
