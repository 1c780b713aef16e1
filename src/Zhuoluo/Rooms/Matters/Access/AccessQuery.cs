using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Access;

/// <summary>Who opened one record, latest first, for its page.</summary>
internal sealed class AccessQuery(ZhuoluoContext db)
{
    private const int Most = 30;

    public async Task<IReadOnlyList<AccessRecord>> OfAsync(long matterId, CancellationToken cancel) =>
        await db.Set<AccessRecord>().Where(a => a.MatterId == matterId).OrderByDescending(a => a.Id).Take(Most).ToListAsync(cancel);
}
