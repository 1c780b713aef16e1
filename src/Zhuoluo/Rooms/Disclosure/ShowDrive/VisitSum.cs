using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure.ShowDrive;

/// <summary>What a drive's visits add up to, counted from the visits; names of visitors are counted here and shown nowhere.</summary>
internal sealed record VisitSum(long Visits, long Visitors, long Households)
{
    public static async Task<VisitSum> OfAsync(ZhuoluoContext db, long driveId, CancellationToken cancel)
    {
        var visits = db.Set<Visit>().Where(v => v.DriveId == driveId);
        var known = await visits.Where(v => v.VisitorId != null).Select(v => v.VisitorId).Distinct().LongCountAsync(cancel);
        var named = await visits.Where(v => v.VisitorId == null).Select(v => new { v.VisitorName, v.UnitId }).Distinct().LongCountAsync(cancel);
        return new VisitSum(await visits.LongCountAsync(cancel), known + named, await visits.SumAsync(v => (long)v.Households, cancel));
    }
}
