using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Which office gets what is said about a unit: one with a supervisor, outside that unit's line where there is one.</summary>
internal static class SupervisingOffice
{
    /// <summary>Null where the county has no supervisor who could have it.</summary>
    public static async Task<Unit?> ForAsync(ZhuoluoContext db, Unit? target, OfficesSnapshot offices, DateOnly today, CancellationToken cancel)
    {
        var roles = await db.Set<RoleAssignment>().AsNoTracking().Where(r => r.Role == Role.Supervisor && r.EndedAt == null)
            .Join(db.Set<Person>().Where(p => p.IsActive), r => r.PersonId, p => p.Id, (r, _) => r).ToListAsync(cancel);
        var units = roles.Where(r => r.IsHeldOn(today)).Select(r => offices.Unit(r.UnitId)).OfType<Unit>().Distinct();
        return Choose(units, target);
    }

    /// <summary>Beside the line the nearest, by code where several are as near; else the highest above it, never the unit itself or one below.</summary>
    public static Unit? Choose(IEnumerable<Unit> supervising, Unit? target)
    {
        var units = supervising.OrderBy(u => u.Code, StringComparer.Ordinal).ToList();
        if (target is null)
        {
            return units.MinBy(u => u.Path.Length);
        }
        return units.Where(u => !u.IsUnder(target) && !target.IsUnder(u)).MaxBy(u => Common(u.Path, target.Path))
            ?? units.Where(u => u.Id != target.Id && target.IsUnder(u)).MinBy(u => u.Path.Length);
    }

    private static int Common(string one, string other) => one.AsSpan().CommonPrefixLength(other);
}

/// <summary>Nobody supervises: what is said about a unit would land with that unit.</summary>
internal sealed record NoSupervisor() : Refusal("no-supervisor");
