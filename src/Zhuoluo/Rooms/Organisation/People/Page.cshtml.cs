using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.People;

/// <summary>The staff, as far as the reader may see: a unit's head sees the people of the own unit and below.</summary>
[Needs(Capability.SeePeople)]
internal sealed class PeoplePage(Offices offices, ZhuoluoContext db) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public OfficesSnapshot Offices => offices.Current;
    public Paged<(Person Person, IReadOnlyList<RoleAssignment> Roles)> Rows { get; private set; } = new([], 0, 1, Size);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (today, paths) = (HttpContext.Today(), Permissions.PathsOf(HttpContext.Actor(), Capability.SeePeople));
        var roles = (await db.Set<RoleAssignment>().ToListAsync(cancel)).Where(r => r.IsHeldOn(today)).ToLookup(r => r.PersonId);
        var people = (await db.Set<Person>().OrderBy(p => p.LoginName).ToListAsync(cancel))
            .Where(p => Q is not { Length: > 0 } word || p.Name.Contains(word, StringComparison.Ordinal) || p.LoginName.Contains(word, StringComparison.OrdinalIgnoreCase))
            .Where(p => Role is null || roles[p.Id].Any(r => r.Role == Role))
            .Where(p => paths is ["/"] || roles[p.Id].Any(r => Offices.Unit(r.UnitId) is { } unit && paths.Any(path => unit.Path.StartsWith(path, StringComparison.Ordinal))))
            .ToList();
        var number = Math.Max(1, Number);
        Rows = new([.. people.Skip((number - 1) * Size).Take(Size).Select(p => (p, (IReadOnlyList<RoleAssignment>)[.. roles[p.Id]]))], people.Count, number, Size);
    }
}
