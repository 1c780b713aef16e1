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

namespace Zhuoluo.Rooms.Rhythm.ListInspections;

/// <summary>Checks, newest first, and a form to ask for one.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class InspectionsPage(ZhuoluoContext db, InspectionsHandler handler, Offices offices, Texts texts) : PageModel
{
    public const int PageSize = 50;
    private const int MostTopics = 50;

    [BindProperty]
    public InspectionForm Form { get; set; } = new();

    public Paged<Inspection> Rows { get; private set; } = new([], 0, 1, PageSize);
    public IReadOnlyList<string> Topics { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayAsk => HttpContext.May(Capability.ManageRhythm);

    public IReadOnlyList<SelectListItem> Units => Choosing.UnitsOfOffice(offices.Current, HttpContext.Today(), texts);

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<InspectionKind>().Select(k => new SelectListItem(texts.Kind(k), k.ToString()))];

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        await LoadAsync(p ?? 1, cancel);
        Form = new InspectionForm { Kind = InspectionKind.Special, PlannedOn = HttpContext.Today() };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(1, cancel);
        if (this.NotNow(MayAsk) is { } no)
        {
            return no;
        }
        return this.Settle(await handler.AskAsync(Form.Command(), HttpContext.Act(), cancel), _ => texts["inspection.asked"], id => $"/inspections/{id}");
    }

    private async Task LoadAsync(int page, CancellationToken cancel)
    {
        var seen = db.Set<Inspection>().AsNoTracking().Seen(HttpContext.Actor(), Offices);
        Rows = await seen.OrderByDescending(i => i.PlannedOn).ThenByDescending(i => i.Id).PageAsync(page, PageSize, cancel);
        Topics = MayAsk ? await db.Set<Inspection>().Select(i => i.Topic).Distinct().OrderBy(t => t).Take(MostTopics).ToListAsync(cancel) : [];
    }
}

internal sealed class InspectionForm
{
    [Display(Name = "inspection.kind"), Required]
    public InspectionKind? Kind { get; set; }

    [Display(Name = "inspection.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "rhythm.office"), Required]
    public long? OfficeId { get; set; }

    [Display(Name = "inspection.topic"), Required, StringLength(Inspection.LongestTopic)]
    public string? Topic { get; set; }

    [Display(Name = "inspection.basis"), Required, StringLength(Inspection.LongestBasis)]
    public string? Basis { get; set; }

    [Display(Name = "inspection.planned-on"), Required]
    public DateOnly? PlannedOn { get; set; }

    [Display(Name = "inspection.overlap-reason"), StringLength(Inspection.LongestBasis)]
    public string? OverlapReason { get; set; }

    public AskInspection Command() => new(Kind!.Value, UnitId!.Value, OfficeId!.Value, Topic, Basis, PlannedOn!.Value, OverlapReason);
}
