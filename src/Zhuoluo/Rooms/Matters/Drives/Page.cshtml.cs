using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Drives;

/// <summary>All drives, and one to open or change.</summary>
[Needs(Capability.ManageDrives)]
internal sealed class DrivesPage(ZhuoluoContext db, KeepDriveHandler handler, Texts texts) : PageModel
{
    [BindProperty]
    public DriveForm Form { get; set; } = new();

    public IReadOnlyList<Drive> Drives { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (id is null)
        {
            return Page();
        }
        if (Drives.FirstOrDefault(d => d.Id == id) is not { } drive)
        {
            return NotFound();
        }
        Form = DriveForm.Of(drive);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        if ((await handler.HandleAsync(Form.Command(), HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["intake.saved"]);
        return Redirect("/drives");
    }

    public IEnumerable<SelectListItem> Kinds() =>
        Enum.GetValues<DriveKind>().Select(k => new SelectListItem(texts["intake.drive-kind." + Word.Of(k)], k.ToString()));

    private async Task LoadAsync(CancellationToken cancel) =>
        Drives = await db.Set<Drive>().OrderByDescending(d => d.From).ThenByDescending(d => d.Id).ToListAsync(cancel);
}
