using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SaveSeat;

[Needs(Capability.ManageOrganisation)]
internal sealed class EndSeatPage(SaveSeatHandler handler, ZhuoluoContext db, Texts texts) : PageModel
{
    [BindProperty]
    public EndForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        Form.On = HttpContext.Today();
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
        return this.Settle(await handler.HandleAsync(new EndSeat(id, Form.On!.Value), HttpContext.Act(), cancel), texts["org.saved"], "/organisation/groups");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        Name = await db.Set<Seat>().Where(s => s.Id == id).Select(s => s.Name).SingleOrDefaultAsync(cancel) ?? "";
        return Name.Length > 0;
    }

    internal sealed class EndForm
    {
        [Display(Name = "org.term.on"), Required]
        public DateOnly? On { get; set; }
    }
}
