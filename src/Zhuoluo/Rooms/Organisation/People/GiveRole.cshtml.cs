using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.People;

[Needs(Capability.ManagePeople), NeedsFresh]
internal sealed class GiveRolePage(GiveRoleHandler handler, Staff staff, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public RoleForm Form { get; set; } = new();

    public OfficesSnapshot Offices => offices.Current;
    public string Name { get; private set; } = "";
    public long Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        Form.From = HttpContext.Today();
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        return this.Settle(await handler.HandleAsync(Form.For(id), HttpContext.Act(), cancel), texts["org.saved"], $"/organisation/people/{id}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        Id = id;
        var person = await staff.ActorAsync(id, HttpContext.Act().At, cancel);
        Name = person?.Name ?? "";
        return person is not null;
    }
}
