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

namespace Zhuoluo.Rooms.Rhythm.ListTalks;

/// <summary>Talks with units, newest first, and a form to record one.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class TalksPage(ZhuoluoContext db, TalksHandler handler, Offices offices, Texts texts) : PageModel
{
    public const int PageSize = 50;
    private const int RowsShown = 3;

    [BindProperty]
    public TalkForm Form { get; set; } = new();

    public Paged<Talk> Rows { get; private set; } = new([], 0, 1, PageSize);
    public IReadOnlyDictionary<long, (int All, int Open)> Items { get; private set; } = new Dictionary<long, (int, int)>();
    public OfficesSnapshot Offices => offices.Current;
    public bool MayKeep => HttpContext.May(Capability.KeepAppraisals);

    public IReadOnlyList<SelectListItem> Units => Choosing.UnitsOfOffice(offices.Current, HttpContext.Today(), texts);

    public async Task OnGetAsync(long? beat, long? appraisal, int? p, CancellationToken cancel)
    {
        await LoadAsync(p ?? 1, cancel);
        Form = new TalkForm { On = HttpContext.Today(), AppraisalId = appraisal };
        if (beat is { } id && await db.Set<Beat>().SingleOrDefaultAsync(b => b.Id == id && b.DoneOn == null && b.Kind == BeatKind.Talk, cancel) is { } due)
        {
            (Form.BeatId, Form.OfficeId) = (due.Id, due.UnitId);
        }
        Pad();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(1, cancel);
        Pad();
        if (this.NotNow(MayKeep) is { } no)
        {
            return no;
        }
        return this.Settle(await handler.HoldAsync(Form.Command(), HttpContext.Act(), cancel), _ => texts["talk.recorded"], talk => $"/talks/{talk.Id}");
    }

    private void Pad()
    {
        while (Form.Items.Count < RowsShown)
        {
            Form.Items.Add(new TalkRow());
        }
    }

    private async Task LoadAsync(int page, CancellationToken cancel)
    {
        var seen = db.Set<Talk>().AsNoTracking();
        if (AppraisalSight.UnitsOf(HttpContext.Actor(), Offices) is { } units)
        {
            seen = seen.Where(t => units.Contains(t.UnitId));
        }
        Rows = await seen.OrderByDescending(t => t.On).ThenByDescending(t => t.Id).PageAsync(page, PageSize, cancel);
        var ids = Rows.Items.Select(t => t.MeetingId).ToList();
        Items = (await db.Set<Decision>().Where(d => ids.Contains(d.MeetingId)).GroupBy(d => d.MeetingId).Select(g => new { g.Key, All = g.Count(), Open = g.Count(d => d.DoneOn == null) }).ToListAsync(cancel))
            .ToDictionary(g => g.Key, g => (g.All, g.Open));
    }
}

internal sealed class TalkForm
{
    [Display(Name = "talk.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "rhythm.office"), Required]
    public long? OfficeId { get; set; }

    [Display(Name = "talk.on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "talk.with"), Required, StringLength(Talk.LongestPost)]
    public string? WithPost { get; set; }

    [Display(Name = "talk.by"), Required, StringLength(Talk.LongestPost)]
    public string? ByPost { get; set; }

    [Display(Name = "talk.reasons"), Required, StringLength(Talk.LongestReasons)]
    public string? Reasons { get; set; }

    [Display(Name = "talk.items")]
    public List<TalkRow> Items { get; set; } = [];
    public long? AppraisalId { get; set; }
    public long? BeatId { get; set; }

    public HoldTalk Command() => new(UnitId!.Value, OfficeId!.Value, On!.Value, WithPost, ByPost, Reasons, [.. Items.Select(i => new TalkItem(i.Text, i.DueOn))]) { AppraisalId = AppraisalId, BeatId = BeatId };
}

internal sealed class TalkRow
{
    [StringLength(Decision.LongestText)]
    public string? Text { get; set; }
    public DateOnly? DueOn { get; set; }
}
