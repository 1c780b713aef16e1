using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Organisation.Groups;

/// <summary>Leading groups with head and members, who of the towns has none yet (A01), and the seconded staff of the offices (A02).</summary>
[Needs(Capability.SeeOrganisation)]
internal sealed class GroupsPage(Offices offices, ZhuoluoContext db) : PageModel
{
    public OfficesSnapshot Offices => offices.Current;
    public IReadOnlyList<Unit> Groups { get; private set; } = [];
    public ILookup<long, Seat> Seats { get; private set; } = Enumerable.Empty<Seat>().ToLookup(s => s.UnitId);

    /// <summary>Towns without a leading group below them: every level has a body.</summary>
    public IReadOnlyList<Unit> Without { get; private set; } = [];

    public IReadOnlyList<(RoleAssignment Role, string Name)> Seconded { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = HttpContext.Today();
        var units = Offices.Units.Where(u => u.IsValidOn(today)).ToList();
        Groups = [.. units.Where(u => u.Kind is UnitKind.LeadingGroup or UnitKind.CampaignOffice)];
        Without = [.. units.Where(u => u.Kind == UnitKind.Town && !Groups.Any(g => g.Kind == UnitKind.LeadingGroup && g.IsUnder(u)))];
        Seats = (await db.Set<Seat>().ToListAsync(cancel)).Where(s => s.IsHeldOn(today)).OrderBy(s => s.Rank).ThenBy(s => s.Id).ToLookup(s => s.UnitId);
        var roles = await db.Set<RoleAssignment>().Where(r => r.Kind == AssignmentKind.Seconded)
            .Join(db.Set<Person>(), r => r.PersonId, p => p.Id, (r, p) => new { r, p.Name }).ToListAsync(cancel);
        Seconded = [.. roles.Where(x => x.r.IsHeldOn(today)).OrderBy(x => x.r.From).Select(x => (x.r, x.Name))];
    }
}
