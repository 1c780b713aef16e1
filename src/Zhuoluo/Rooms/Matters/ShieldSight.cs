using System.Linq.Expressions;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The protected matters that somebody may see, as a condition of a query; in memory <see cref="Deeds.Circle"/> says the same.</summary>
internal sealed record ShieldSight
{
    private sealed record Line(IReadOnlyList<long> Above, IReadOnlyList<long> Below);

    private readonly IReadOnlyList<Line> _lines;
    private readonly bool _isSupervisor;
    private readonly long _personId;
    private readonly IReadOnlyList<long> _handledUnitIds;

    public ShieldSight(Actor who, OfficesSnapshot offices)
    {
        _isSupervisor = who.Holds(Role.Supervisor);
        _personId = who.PersonId ?? 0;
        // Exactly the unit of the role: a handler further up is no assigned handler.
        _handledUnitIds = [.. who.Grants.Where(g => g.Role is Role.Handler or Role.UnitHead && g.UnitId is not null).Select(g => g.UnitId!.Value).Distinct()];
        var own = who.Grants.Where(g => g.UnitId is not null).Select(g => g.UnitId!.Value).Distinct();
        _lines = [.. own.Select(id => offices.Unit(id)).OfType<Unit>().Select(u => new Line(
            [.. offices.Above(u).Select(a => a.Id), u.Id],
            [.. offices.Subtree(u).Where(b => b.Id != u.Id).Select(b => b.Id)]))];
    }

    /// <summary>A condition on matters that are protected; the caller knows that it is one.</summary>
    public Expression<Func<Matter, bool>> Seen(ZhuoluoContext db)
    {
        var open = Open(db).Select(s => s.MatterId);
        var person = _personId;
        var named = db.Set<CircleMember>().Where(c => c.PersonId == person).Select(c => c.MatterId);
        Expression<Func<Matter, bool>> seen = m => m.IsConfidential && open.Contains(m.Id);
        if (_isSupervisor)
        {
            return seen;
        }
        if (_handledUnitIds.Count == 0)
        {
            return seen.And(m => named.Contains(m.Id));
        }
        var handled = _handledUnitIds;
        return seen.And(m => named.Contains(m.Id) || handled.Contains(m.LeadUnitId ?? 0));
    }

    // Those whose line the person does not stand in; see Barring.IsInLine.
    private IQueryable<Shield> Open(ZhuoluoContext db)
    {
        var person = _personId;
        var shields = db.Set<Shield>().Where(s => s.TargetPersonId == null || s.TargetPersonId != person);
        foreach (var line in _lines)
        {
            var (above, below) = (line.Above, line.Below);
            var own = above[^1];
            shields = shields.Where(s => s.TargetUnitId == null
                || (!(above.Contains(s.TargetUnitId.Value) && !above.Contains(s.SupervisorUnitId))
                    && !(below.Contains(s.TargetUnitId.Value) && !below.Contains(s.SupervisorUnitId) && s.SupervisorUnitId != own)));
        }
        return shields;
    }
}
