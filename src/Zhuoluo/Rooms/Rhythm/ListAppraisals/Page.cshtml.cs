using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Appraisals;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ListAppraisals;

/// <summary>Sheets of results by unit, newest first, and one to begin.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class AppraisalsPage(ZhuoluoContext db, AppraisalsHandler handler, Offices offices, Texts texts) : PageModel
{
    public const int PageSize = 50;

    [BindProperty]
    public AppraisalForm Form { get; set; } = new();

    public Paged<Appraisal> Rows { get; private set; } = new([], 0, 1, PageSize);
    public OfficesSnapshot Offices => offices.Current;
    public bool MayKeep => HttpContext.May(Capability.KeepAppraisals);

    public IReadOnlyList<SelectListItem> Units => Choosing.UnitsOfOffice(offices.Current, HttpContext.Today(), texts);

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<AppraisalKind>().Select(k => new SelectListItem(texts.Kind(k), k.ToString()))];

    public async Task OnGetAsync(long? beat, int? p, CancellationToken cancel)
    {
        await LoadAsync(p ?? 1, cancel);
        Form = new AppraisalForm { Kind = AppraisalKind.Quarter, Day = HttpContext.Today() };
        if (beat is { } id && await db.Set<Beat>().SingleOrDefaultAsync(b => b.Id == id && b.DoneOn == null, cancel) is { } due)
        {
            Form = new AppraisalForm { Kind = due.Kind == BeatKind.Appraisal ? AppraisalKind.Year : AppraisalKind.Quarter, Day = due.Period, OfficeId = due.UnitId, Title = due.Name, BeatId = due.Id };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(1, cancel);
        if (this.NotNow(MayKeep) is { } no)
        {
            return no;
        }
        return this.Settle(await handler.DraftAsync(Form.Command(), HttpContext.Act(), cancel), _ => texts["appraisal.drafted"], id => $"/appraisals/{id}");
    }

    private async Task LoadAsync(int page, CancellationToken cancel)
    {
        var seen = db.Set<Appraisal>().AsNoTracking().Seen(HttpContext.Actor());
        if (AppraisalSight.UnitsOf(HttpContext.Actor(), Offices) is { } units)
        {
            seen = seen.Where(a => db.Set<AppraisalLine>().Any(l => l.AppraisalId == a.Id && units.Contains(l.UnitId)));
        }
        Rows = await seen.OrderBy(a => a.IssuedOn != null).ThenByDescending(a => a.Id).PageAsync(page, PageSize, cancel);
    }
}

internal sealed class AppraisalForm
{
    [Display(Name = "appraisal.kind"), Required]
    public AppraisalKind? Kind { get; set; }

    [Display(Name = "appraisal.title"), Required, StringLength(Appraisal.LongestTitle)]
    public string? Title { get; set; }

    [Display(Name = "rhythm.office"), Required]
    public long? OfficeId { get; set; }

    [Display(Name = "appraisal.day"), Required]
    public DateOnly? Day { get; set; }

    [Display(Name = "appraisal.units")]
    public List<long> UnitIds { get; set; } = [];
    public long? BeatId { get; set; }

    public DraftAppraisal Command() => new(Kind!.Value, OfficeId!.Value, Day!.Value, Title, UnitIds) { BeatId = BeatId };
}
