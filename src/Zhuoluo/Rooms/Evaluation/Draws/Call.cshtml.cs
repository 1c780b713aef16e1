using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Evaluation.Draws;

/// <summary>What somebody drawn said, or that they were not reached.</summary>
[Needs(Capability.CallBack)]
internal sealed class CallPage(ZhuoluoContext db, CallDrawnHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public CallForm Form { get; set; } = new();

    public CallPick Pick { get; private set; } = null!;
    public Matter Matter { get; private set; } = null!;
    public IReadOnlyList<CallTry> Tries { get; private set; } = [];

    public IEnumerable<SelectListItem> Results => Enum.GetValues<CallResult>().Select(r => new SelectListItem(texts["call-result." + Word.Of(r)], r.ToString()));
    public IEnumerable<SelectListItem> YesNo => [new(texts["ev.yes"], "true"), new(texts["ev.no"], "false")];
    public IEnumerable<SelectListItem> Grades => Enumerable.Range(1, 5).Reverse().Select(g => new SelectListItem(texts["res.grade." + g], g.ToString(CultureInfo.InvariantCulture)));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => await OpenAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await OpenAsync(id, cancel))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var command = new CallDrawn(id, Form.Result!.Value) { IsResponded = Form.IsResponded, IsSolved = Form.IsSolved, Grade = Form.Grade, Note = Form.Note };
        if ((await handler.HandleAsync(command, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var done))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["ev.call.done", texts["ev.pick." + done.State]]);
        return Redirect($"/evaluation/draws/{done.Month}");
    }

    private async Task<bool> OpenAsync(long id, CancellationToken cancel)
    {
        if (await db.Set<CallPick>().FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } pick
            || await Sight.Of(HttpContext.Actor(), offices.Current).Seen(db).FirstOrDefaultAsync(m => m.Id == pick.MatterId, cancel) is not { } matter)
        {
            return false;
        }
        (Pick, Matter) = (pick, matter);
        Tries = await db.Set<CallTry>().Where(t => t.PickId == id).OrderBy(t => t.Id).ToListAsync(cancel);
        return true;
    }
}

internal sealed class CallForm
{
    [Display(Name = "ev.call.result"), Required]
    public CallResult? Result { get; set; }

    [Display(Name = "ev.call.responded")]
    public bool? IsResponded { get; set; }

    [Display(Name = "ev.call.solved")]
    public bool? IsSolved { get; set; }

    [Display(Name = "ev.call.grade"), Range(1, 5)]
    public int? Grade { get; set; }

    [Display(Name = "ev.note"), StringLength(CallDrawn.LongestNote)]
    public string? Note { get; set; }
}
