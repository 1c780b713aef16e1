using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Cadences;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ListBulletins;

/// <summary>Drafts and what was issued, newest first, and one to begin.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class BulletinsPage(ZhuoluoContext db, BulletinsHandler handler, Offices offices, Texts texts) : PageModel
{
    public const int PageSize = 50;

    [BindProperty]
    public DraftForm Form { get; set; } = new();

    public Paged<Bulletin> Rows { get; private set; } = new([], 0, 1, PageSize);
    public OfficesSnapshot Offices => offices.Current;
    public bool MayManage => HttpContext.May(Capability.ManageRhythm);

    public IReadOnlyList<SelectListItem> Units => Choosing.UnitsOfOffice(offices.Current, HttpContext.Today(), texts);

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<BulletinKind>().Select(k => new SelectListItem(texts.Kind(k), k.ToString()))];

    public async Task OnGetAsync(long? beat, int? p, CancellationToken cancel)
    {
        await LoadAsync(p ?? 1, cancel);
        var first = new DateOnly(HttpContext.Today().Year, HttpContext.Today().Month, 1);
        Form = new DraftForm { Kind = BulletinKind.Bulletin, From = first.AddMonths(-1), To = first.AddDays(-1), Series = await db.Set<Bulletin>().OrderByDescending(b => b.Id).Select(b => b.Series).FirstOrDefaultAsync(cancel) };
        var due = beat is not { } id ? null : await db.Set<Beat>().Where(b => b.Id == id && b.DoneOn == null).Join(db.Set<Cadence>(), b => b.CadenceId, c => c.Id, (b, c) => new { b, c.Every }).SingleOrDefaultAsync(cancel);
        if (due is not null)
        {
            (Form.BeatId, Form.OfficeId, Form.From) = (due.b.Id, due.b.UnitId, due.b.Period);
            Form.To = DueDates.After(due.Every, due.b.Period)?.AddDays(-1) ?? due.b.DueOn;
            Form.Kind = due.Every == Every.Week ? BulletinKind.Weekly : BulletinKind.Bulletin;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(1, cancel);
        if (this.NotNow(MayManage) is { } no)
        {
            return no;
        }
        return this.Settle(await handler.DraftAsync(Form.Command(), HttpContext.Act(), cancel), _ => texts["rhythm.bulletin.drafted"], id => $"/rhythm/bulletins/{id}");
    }

    private async Task LoadAsync(int page, CancellationToken cancel) =>
        Rows = await db.Set<Bulletin>().OrderBy(b => b.State == BulletinState.Issued).ThenByDescending(b => b.Id).PageAsync(page, PageSize, cancel);
}

internal sealed class DraftForm
{
    [Display(Name = "rhythm.bulletin.kind"), Required]
    public BulletinKind? Kind { get; set; }

    [Display(Name = "rhythm.office"), Required]
    public long? OfficeId { get; set; }

    [Display(Name = "rhythm.bulletin.from"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "rhythm.bulletin.to"), Required]
    public DateOnly? To { get; set; }

    [Display(Name = "rhythm.bulletin.series"), Required, StringLength(10)]
    public string? Series { get; set; }
    public long? BeatId { get; set; }

    public DraftBulletin Command() => new(Kind!.Value, OfficeId!.Value, From!.Value, To!.Value, Series!) { BeatId = BeatId };
}
