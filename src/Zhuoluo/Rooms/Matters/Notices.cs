using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>What the units of somebody should look at, newest first. Only of open matters that the reader may see.</summary>
internal static class Notices
{
    public static async Task<IReadOnlyList<NoticeLine>> ForAsync(ZhuoluoContext db, Actor who, OfficesSnapshot offices, int most, CancellationToken cancel)
    {
        var paths = Permissions.PathsOf(who, Capability.SignMatter);
        var units = offices.Units.Where(u => paths.Any(p => u.Path.StartsWith(p, StringComparison.Ordinal))).Select(u => (long?)u.Id).ToList();
        var isDispatcher = Permissions.May(who, Capability.AcceptMatter);
        return await db.Set<UnitNotice>()
            .Where(n => units.Contains(n.UnitId) || (isDispatcher && n.UnitId == null))
            .Join(Sight.Of(who, offices).Seen(db).Where(m => m.IsOpen), n => n.MatterId, m => m.Id,
                (n, m) => new { Notice = n, m.Number, m.Title })
            .OrderByDescending(x => x.Notice.Id).Take(most)
            .Select(x => new NoticeLine(x.Notice.Id, x.Notice.Kind, x.Notice.At, x.Number, x.Title, x.Notice.UnitId)).ToListAsync(cancel);
    }
}

/// <param name="Id">Grows with time.</param>
/// <param name="Kind">What happened; its text is <c>notice.{kind}</c>.</param>
/// <param name="At">When.</param>
/// <param name="Number">The matter.</param>
/// <param name="Title">Its title; for staff.</param>
/// <param name="UnitId">Which unit is told; null for the dispatchers.</param>
internal sealed record NoticeLine(long Id, NoticeKind Kind, DateTimeOffset At, string Number, string Title, long? UnitId);
