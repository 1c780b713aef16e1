using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Evaluation.Dissatisfied;

/// <summary>One on the list: what happened, and what the reader may do now.</summary>
[Needs(Capability.SeeDissatisfied)]
internal sealed class DissatisfiedItemPage(ZhuoluoContext db, DissatisfiedHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public DissatisfiedForm Form { get; set; } = new();

    [BindProperty]
    public int RecordVersion { get; set; }

    public Dissatisfaction Item { get; private set; } = null!;
    public Matter Matter { get; private set; } = null!;
    public IReadOnlyList<DissatisfactionStep> Steps { get; private set; } = [];
    public IReadOnlyList<DissatisfactionLine> Offered { get; private set; } = [];
    public DateTimeOffset Now { get; private set; }
    public OfficesSnapshot Offices => offices.Current;

    public IEnumerable<SelectListItem> Verbs => Offered.Select(o => new SelectListItem(texts["ev.verb." + o.Verb], o.Verb.ToString()));

    public IEnumerable<SelectListItem> Exits => Enum.GetValues<DissatisfactionExit>()
        .Where(e => e != DissatisfactionExit.None && (e != DissatisfactionExit.Struck || Item.Source == DissatisfactionSource.Rating))
        .Select(e => new SelectListItem(texts["ev.exit." + e], e.ToString()));

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
        var deed = new DissatisfiedDeed(id, Form.Verb!.Value, RecordVersion) { Note = Form.Note, Exit = Form.Exit ?? DissatisfactionExit.None, ReviewOn = Form.ReviewOn };
        if ((await handler.HandleAsync(deed, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var done))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["ev.deed.done", texts["ev.state." + done.State]]);
        return Redirect($"/evaluation/dissatisfied/{id}");
    }

    private async Task<bool> OpenAsync(long id, CancellationToken cancel)
    {
        var act = HttpContext.Act();
        Now = act.At;
        if (await db.Set<Dissatisfaction>().FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } item
            || await Sight.Of(act.Who, offices.Current).Seen(db).FirstOrDefaultAsync(m => m.Id == item.MatterId, cancel) is not { } matter)
        {
            return false;
        }
        (Item, Matter) = (item, matter);
        Steps = await db.Set<DissatisfactionStep>().Where(s => s.DissatisfactionId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        Offered = [.. DissatisfactionLines.Offered(item.State, act.Who, item.UnitId is { } unit ? offices.Current.Unit(unit)?.Path : null)
            .Where(l => l.Verb != DissatisfactionVerb.GiveUpCalling || DissatisfiedDecision.Days(Steps) >= DissatisfiedDecision.DaysToTry)];
        return true;
    }
}

internal sealed class DissatisfiedForm
{
    [Display(Name = "ev.deed"), Required]
    public DissatisfactionVerb? Verb { get; set; }

    [Display(Name = "ev.exit")]
    public DissatisfactionExit? Exit { get; set; }

    [Display(Name = "ev.review-on")]
    public DateOnly? ReviewOn { get; set; }

    [Display(Name = "ev.note"), StringLength(DissatisfiedDeed.LongestNote)]
    public string? Note { get; set; }
}
