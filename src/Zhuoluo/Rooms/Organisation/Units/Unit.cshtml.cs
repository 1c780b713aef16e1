using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Organisation.Units;

/// <summary>One unit: where it stands, what is below it, its windows, who acts for it.</summary>
[Needs(Capability.SeeOrganisation)]
internal sealed class UnitPage(Offices offices, ZhuoluoContext db) : PageModel
{
    public OfficesSnapshot Offices => offices.Current;
    public Unit Unit { get; private set; } = null!;
    public IReadOnlyList<(RoleAssignment Role, string Name)> Staff { get; private set; } = [];
    public IReadOnlyList<Seat> Seats { get; private set; } = [];

    public IEnumerable<Unit> Windows => Offices.Children(Unit).Where(u => u.Kind == UnitKind.Window);
    public IEnumerable<Unit> Below => Offices.Children(Unit).Where(u => u.Kind != UnitKind.Window);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (offices.Current.Unit(id) is not { } unit)
        {
            return NotFound();
        }
        Unit = unit;
        var today = HttpContext.Today();
        Seats = [.. (await db.Set<Seat>().Where(s => s.UnitId == id).ToListAsync(cancel)).Where(s => s.IsHeldOn(today)).OrderBy(s => s.Rank).ThenBy(s => s.Id)];
        if (HttpContext.May(Capability.SeePeople, unit.Path))
        {
            var roles = await db.Set<RoleAssignment>().Where(r => r.UnitId == id)
                .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (r, p) => new { r, p.Name }).ToListAsync(cancel);
            Staff = [.. roles.Where(x => x.r.IsHeldOn(today)).OrderBy(x => x.r.Role).ThenBy(x => x.r.Id).Select(x => (x.r, x.Name))];
        }
        return Page();
    }
}
