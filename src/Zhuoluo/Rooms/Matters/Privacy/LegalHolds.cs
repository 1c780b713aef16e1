using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Privacy;

internal static class LegalHolds
{
    /// <summary>One that was asked for holds already: nothing is erased while somebody has yet to decide.</summary>
    public static Task<bool> StandsAsync(ZhuoluoContext db, long matterId, CancellationToken cancel) =>
        db.Set<LegalHold>().AnyAsync(h => h.MatterId == matterId && h.ReleasedAt == null, cancel);
}
