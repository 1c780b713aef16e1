using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Attachments.Remove;

/// <summary>Why a picture must go, and that it is gone for good.</summary>
[Needs(Capability.RemoveFile)]
internal sealed class RemoveFilePage(ZhuoluoContext db, Offices offices, RemoveFileHandler handler, Texts texts) : PageModel
{
    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public string Number { get; private set; } = "";
    public Attachment Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> Reasons => Word<FileRemoval>.All.Where(w => w != "none").Select(w => new SelectListItem(texts["files.reason." + w], w));

    public async Task<IActionResult> OnGetAsync(string number, long id, CancellationToken cancel) => await IsFoundAsync(number, id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string number, long id, CancellationToken cancel)
    {
        if (!await IsFoundAsync(number, id, cancel))
        {
            return NotFound();
        }
        var command = new RemoveFile(id, Word<FileRemoval>.Read(Form.Reason) ?? FileRemoval.None);
        if ((await handler.HandleAsync(command, HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["files.remove.done"]);
        return Redirect("/matters/" + Number);
    }

    private async Task<bool> IsFoundAsync(string number, long id, CancellationToken cancel)
    {
        var matter = await Sight.Of(HttpContext.Actor(), offices.Current).Seen(db).SingleOrDefaultAsync(m => m.Number == number, cancel);
        var file = matter is null ? null : await db.Set<Attachment>().SingleOrDefaultAsync(a => a.Id == id && a.Owner == AttachedTo.Matter && a.OwnerId == matter.Id && a.RemovedAt == null, cancel);
        if (matter is null || file is null)
        {
            return false;
        }
        (Number, Shown) = (matter.Number, file);
        return true;
    }

    internal sealed class ReasonForm
    {
        [Display(Name = "files.remove.reason")]
        public string? Reason { get; set; }
    }
}
