using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Organisation.EndTerm;

/// <summary>Asks every room that hands over.</summary>
internal sealed class HandOverList(IEnumerable<IHandOver> rooms)
{
    public async Task<IReadOnlyList<OpenItem>> HoldsAsync(ZhuoluoContext db, RoleAssignment term, CancellationToken cancel)
    {
        var items = new List<OpenItem>();
        foreach (var room in rooms)
        {
            items.AddRange(await room.HoldsAsync(db, term.PersonId, term.UnitId, cancel));
        }
        return items;
    }

    public async Task<int> PassAsync(Work work, RoleAssignment term, long successorId, CancellationToken cancel)
    {
        var count = 0;
        foreach (var room in rooms)
        {
            count += await room.PassAsync(work, term.PersonId, term.UnitId, successorId, cancel);
        }
        return count;
    }
}
