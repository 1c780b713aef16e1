using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>Which notices are for somebody: those to the units they sign for, or to the dispatchers, of matters they may see.</summary>
internal static class NoticeReaders
{
    public static IQueryable<UnitNotice> Of(ZhuoluoContext db, Actor who, OfficesSnapshot offices)
    {
        var paths = Permissions.PathsOf(who, Capability.SignMatter);
        var units = offices.Units.Where(u => paths.Any(p => u.Path.StartsWith(p, StringComparison.Ordinal))).Select(u => (long?)u.Id).ToList();
        var isDispatcher = Permissions.May(who, Capability.AcceptMatter);
        var seen = Sight.Of(who, offices).Seen(db);
        return db.Set<UnitNotice>().AsNoTracking()
            .Where(n => units.Contains(n.UnitId) || (isDispatcher && n.UnitId == null))
            .Where(n => seen.Any(m => m.Id == n.MatterId));
    }

    /// <summary>The kinds whose bits are set.</summary>
    public static List<NoticeKind> Kinds(long bits) => [.. Enum.GetValues<NoticeKind>().Where(k => (bits & (1L << (int)k)) != 0)];
}
