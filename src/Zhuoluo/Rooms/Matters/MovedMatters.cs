using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.RegisterMany;
using Zhuoluo.Rooms.Matters.Tallying;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The door for matters that come with a whole house: their rows are there as they were; here they get their entries and are counted.</summary>
internal sealed class MovedMatters(TallyCheck tallies)
{
    /// <summary>An entry for each, as for the rows of an old ledger; for a house that came without its ledger.</summary>
    public static async Task RecordAsync(Work work, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var matters = await work.Db.Set<Matter>().AsNoTracking().Where(m => ids.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(cancel);
        await work.InsertManyAsync([.. matters.Select(m => work.Prepare(BatchRows.Entry(m), new Subject("matter", m.Id), []))], cancel);
    }

    /// <summary>Counts all matters anew; how many there are.</summary>
    public Task<int> CountAsync(Act act, CancellationToken cancel) => tallies.RebuildAsync(act, cancel);
}
