using System.Linq.Expressions;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Which matters somebody may see: all, or those a unit of theirs leads, assists with, or took in. Confidential ones only by
/// their circle: who sorts, supervises and audits, the handlers of the lead unit, and the window that took them in (rules F5).
/// Of those that are about a unit or a person (<see cref="Shield"/>) the circle is narrower still: <see cref="ShieldSight"/>.
/// </summary>
internal sealed record Sight
{
    private static readonly Role[] _circle = [Role.Dispatcher, Role.Supervisor, Role.Auditor];
    private static readonly Role[] _handlers = [Role.Handler, Role.UnitHead];

    public required bool SeesAll { get; init; }

    /// <summary>The units whose matters are seen where not all are.</summary>
    public required IReadOnlyList<long> UnitIds { get; init; }
    public required bool SeesConfidential { get; init; }

    /// <summary>The lead units whose confidential matters are seen where not all are.</summary>
    public required IReadOnlyList<long> CircleUnitIds { get; init; }

    /// <summary>The windows that know what they took in, however confidential.</summary>
    public required IReadOnlyList<long> WindowUnitIds { get; init; }

    /// <summary>Null for jobs and operators, from whom nothing is kept.</summary>
    public required ShieldSight? Shielded { get; init; }

    public static Sight Of(Actor who, OfficesSnapshot offices)
    {
        var paths = Permissions.PathsOf(who, Capability.SeeMatters);
        var handled = who.Grants.Where(g => _handlers.Contains(g.Role)).Select(g => g.UnitPath).ToList();
        var served = who.Grants.Where(g => g.Role == Role.Clerk).Select(g => g.UnitPath).ToList();
        var isSystem = who.Holds(Role.System);
        return new Sight
        {
            SeesAll = paths.Contains("/"),
            UnitIds = paths.Contains("/") ? [] : UnitsUnder(paths, offices),
            SeesConfidential = isSystem || who.Grants.Any(g => _circle.Contains(g.Role)),
            CircleUnitIds = UnitsUnder(handled, offices),
            WindowUnitIds = UnitsUnder(served, offices),
            Shielded = isSystem ? null : new ShieldSight(who, offices),
        };
    }

    /// <summary>The matters seen; further conditions may follow.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="isOfOwnUnits">That one of <see cref="UnitIds"/> leads or helps is among the further conditions and need not be asked twice.</param>
    public IQueryable<Matter> Seen(ZhuoluoContext db, bool isOfOwnUnits = false)
    {
        var matters = db.Set<Matter>().AsQueryable();
        if (Shielded is null)
        {
            return matters;
        }
        var seen = Plain(db);
        if (!SeesAll && !isOfOwnUnits)
        {
            seen = Scope(db).And(seen);
        }
        return matters.Where(seen.Or(Shielded.Seen(db)));
    }

    // Each side of the OR is one that an index can answer.
    private Expression<Func<Matter, bool>> Scope(ZhuoluoContext db)
    {
        var units = UnitIds;
        return m => (m.LeadUnitId != null && units.Contains(m.LeadUnitId.Value))
            || db.Set<Holding>().Where(h => units.Contains(h.UnitId)).Select(h => h.MatterId).Contains(m.Id)
            || TakenIn(db, units).Contains(m.Id);
    }

    private Expression<Func<Matter, bool>> Plain(ZhuoluoContext db)
    {
        var (circle, windows) = (CircleUnitIds, WindowUnitIds);
        return SeesConfidential ? m => !m.IsConfidential || !db.Set<Shield>().Any(s => s.MatterId == m.Id)
            : circle.Count + windows.Count == 0 ? m => !m.IsConfidential
            : m => !m.IsConfidential || (!db.Set<Shield>().Any(s => s.MatterId == m.Id)
                && ((m.LeadUnitId != null && circle.Contains(m.LeadUnitId.Value)) || TakenIn(db, windows).Contains(m.Id)));
    }

    private static IQueryable<long> TakenIn(ZhuoluoContext db, IReadOnlyList<long> units) => db.Set<Step>()
        .Where(s => s.Verb == Verb.Register && s.OfficeId != null && units.Contains(s.OfficeId.Value)).Select(s => s.MatterId);

    private static List<long> UnitsUnder(IReadOnlyList<string> paths, OfficesSnapshot offices) =>
        paths.Count == 0 ? [] : [.. offices.Units.Where(u => paths.Any(p => u.Path.StartsWith(p, StringComparison.Ordinal))).Select(u => u.Id)];
}
