using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Which matters somebody may see: all, or those a unit of theirs leads, assists with, or took in. Confidential ones only by
/// their circle: who sorts, supervises and audits, the handlers of the lead unit, and the window that took them in (rules F5).
/// </summary>
internal sealed record Sight
{
    private static readonly Role[] _circle = [Role.Dispatcher, Role.Supervisor, Role.Auditor, Role.System];
    private static readonly Role[] _handlers = [Role.Handler, Role.UnitHead];

    public required bool SeesAll { get; init; }

    /// <summary>The units whose matters are seen where not all are.</summary>
    public required IReadOnlyList<long> UnitIds { get; init; }
    public required bool SeesConfidential { get; init; }

    /// <summary>The lead units whose confidential matters are seen where not all are.</summary>
    public required IReadOnlyList<long> CircleUnitIds { get; init; }

    /// <summary>The windows that know what they took in, however confidential.</summary>
    public required IReadOnlyList<long> WindowUnitIds { get; init; }

    public static Sight Of(Actor who, OfficesSnapshot offices)
    {
        var paths = Permissions.PathsOf(who, Capability.SeeMatters);
        var handled = who.Grants.Where(g => _handlers.Contains(g.Role)).Select(g => g.UnitPath).ToList();
        var served = who.Grants.Where(g => g.Role == Role.Clerk).Select(g => g.UnitPath).ToList();
        return new Sight
        {
            SeesAll = paths.Contains("/"),
            UnitIds = paths.Contains("/") ? [] : UnitsUnder(paths, offices),
            SeesConfidential = who.Grants.Any(g => _circle.Contains(g.Role)),
            CircleUnitIds = UnitsUnder(handled, offices),
            WindowUnitIds = UnitsUnder(served, offices),
        };
    }

    /// <summary>The matters seen; further conditions may follow.</summary>
    public IQueryable<Matter> Seen(ZhuoluoContext db)
    {
        var matters = db.Set<Matter>().AsQueryable();
        if (!SeesAll)
        {
            var units = UnitIds;
            matters = matters.Where(m => units.Contains(m.LeadUnitId ?? 0)
                || db.Set<Holding>().Any(h => h.MatterId == m.Id && units.Contains(h.UnitId))
                || db.Set<Step>().Any(s => s.MatterId == m.Id && s.Verb == Verb.Register && units.Contains(s.OfficeId ?? 0)));
        }
        if (!SeesConfidential)
        {
            var (circle, windows) = (CircleUnitIds, WindowUnitIds);
            matters = matters.Where(m => !m.IsConfidential || circle.Contains(m.LeadUnitId ?? 0)
                || db.Set<Step>().Any(s => s.MatterId == m.Id && s.Verb == Verb.Register && windows.Contains(s.OfficeId ?? 0)));
        }
        return matters;
    }

    private static List<long> UnitsUnder(IReadOnlyList<string> paths, OfficesSnapshot offices) =>
        paths.Count == 0 ? [] : [.. offices.Units.Where(u => paths.Any(p => u.Path.StartsWith(p, StringComparison.Ordinal))).Select(u => u.Id)];
}
