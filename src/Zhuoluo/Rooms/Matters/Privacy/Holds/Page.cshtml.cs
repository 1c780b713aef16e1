using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Privacy.Holds;

/// <summary>Legal hold of one matter: who asked why, who approved, who released.</summary>
[Needs(Capability.ManagePersonalData)]
internal sealed class HoldPage(KeepHoldHandler handler, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public HoldForm Form { get; set; } = new();

    public string Number { get; private set; } = "";
    public IReadOnlyList<LegalHold> Holds { get; private set; } = [];
    public LegalHold? Standing => Holds.FirstOrDefault(h => h.ReleasedAt is null);
    public bool IsErased { get; private set; }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string number, HoldDeed deed, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is not { } id)
        {
            return NotFound();
        }
        if ((await handler.HandleAsync(new KeepHold(id, deed, Form.Reason), HttpContext.Act(Form.Reason), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["safe.circle.done"]);
        return Redirect($"/matters/{number}/hold");
    }

    private async Task<long?> FindAsync(string number, CancellationToken cancel)
    {
        var id = await Sight.Of(HttpContext.Actor(), offices.Current).Seen(db).Where(m => m.Number == number).Select(m => (long?)m.Id).SingleOrDefaultAsync(cancel);
        if (id is { } found)
        {
            Number = number;
            Holds = await db.Set<LegalHold>().Where(h => h.MatterId == found).OrderByDescending(h => h.Id).ToListAsync(cancel);
            IsErased = await db.Set<Erasure>().AnyAsync(e => e.MatterId == found, cancel);
        }
        return id;
    }

    internal sealed class HoldForm
    {
        [Display(Name = "safe.circle.reason")]
        public string? Reason { get; set; }
    }
}
