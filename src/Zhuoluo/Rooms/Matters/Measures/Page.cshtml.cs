using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Measures;

/// <summary>What was decided about the requester of one matter, and what is to be looked at again; without a number all that stands, the next review first.</summary>
[Needs(Capability.TakeMeasures)]
internal sealed class MeasuresPage(ZhuoluoContext db, MeasuresHandler handler, Offices offices, Texts texts) : PageModel
{
    private const int Most = 200;

    [BindProperty]
    public MeasureForm Form { get; set; } = new();

    public Viewer Viewer { get; private set; } = null!;
    public Matter? Matter { get; private set; }

    /// <summary>How many matters the same requester brought in the last twelve months, as far as the reader may see them.</summary>
    public int LastYear { get; private set; }
    public IReadOnlyList<(Measure Measure, string Number)> Measures { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Word<MeasureKind>.All.Select(w => new SelectListItem(texts["measure.kind." + w], Word<MeasureKind>.Read(w)!.Value.ToString()));

    public async Task<IActionResult> OnGetAsync(string? number, CancellationToken cancel)
    {
        Form.ReviewOn = HttpContext.Today().AddDays(90);
        return await LoadAsync(number, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? number, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel) || Matter is null)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return Answer(await handler.HandleAsync(new TakeMeasure(Matter.Id, Form.Kind!.Value, Form.Reason!, Form.ReviewOn!.Value), HttpContext.Act(), cancel));
    }

    public async Task<IActionResult> OnPostReviewAsync(string? number, long id, string? note, DateOnly? next, CancellationToken cancel)
    {
        if (!await LoadAsync(number, cancel))
        {
            return NotFound();
        }
        ModelState.Clear();
        return Answer(await handler.HandleAsync(new ReviewMeasure(id, note ?? "", next), HttpContext.Act(), cancel));
    }

    private IActionResult Answer<T>(Outcome<T> outcome)
    {
        if (outcome.IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["intake.saved"]);
        return LocalRedirect(Request.Path);
    }

    private async Task<bool> LoadAsync(string? number, CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        var seen = Viewer.Sight.Seen(db);
        if (number is not null)
        {
            Matter = await seen.SingleOrDefaultAsync(m => m.Number == number, cancel);
            if (Matter is null)
            {
                return false;
            }
        }
        var print = Matter?.RequesterPrint;
        if (print is not null)
        {
            var since = Viewer.Today.AddYears(-1);
            LastYear = await seen.CountAsync(m => m.RequesterPrint == print && m.OpenedOn >= since, cancel);
        }
        var measures = number is null ? db.Set<Measure>().Where(m => m.LiftedAt == null) : db.Set<Measure>().Where(m => m.RequesterPrint == print && print != null);
        var rows = await measures.Join(seen, x => x.MatterId, m => m.Id, (x, m) => new { Measure = x, m.Number }).OrderBy(x => x.Measure.ReviewOn).ThenBy(x => x.Measure.Id).Take(Most).ToListAsync(cancel);
        Measures = [.. rows.Select(r => (r.Measure, r.Number))];
        return true;
    }
}

internal sealed class MeasureForm
{
    [Display(Name = "measure.kind"), Required]
    public MeasureKind? Kind { get; set; }

    [Display(Name = "measure.reason"), Required, StringLength(TakeMeasure.LongestReason)]
    public string? Reason { get; set; }

    [Display(Name = "measure.review-on"), Required]
    public DateOnly? ReviewOn { get; set; }
}
