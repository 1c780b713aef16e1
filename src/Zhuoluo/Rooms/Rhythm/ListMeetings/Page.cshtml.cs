using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ListMeetings;

/// <summary>All meetings, newest first, and one to plan.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class MeetingsPage(ZhuoluoContext db, MeetingsHandler handler, Offices offices, Texts texts) : PageModel
{
    public const int PageSize = 50;

    [BindProperty]
    public MeetingForm Form { get; set; } = new();

    public Paged<Meeting> Rows { get; private set; } = new([], 0, 1, PageSize);
    public IReadOnlyDictionary<long, (int All, int Open)> Decisions { get; private set; } = new Dictionary<long, (int, int)>();
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayManage => HttpContext.May(Capability.ManageRhythm);

    public IReadOnlyList<SelectListItem> Units => Choosing.UnitsOfOffice(offices.Current, HttpContext.Today(), texts);

    public IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<BeatKind>().Where(k => k.IsMeeting()).Select(k => new SelectListItem(texts.Kind(k), k.ToString()))];

    public async Task OnGetAsync(long? beat, int? p, CancellationToken cancel)
    {
        await LoadAsync(p ?? 1, cancel);
        Form = new MeetingForm { Kind = BeatKind.Dispatch, On = HttpContext.Today() };
        if (beat is { } id && await db.Set<Beat>().SingleOrDefaultAsync(b => b.Id == id && b.DoneOn == null, cancel) is { } due && due.Kind.IsMeeting())
        {
            Form = new MeetingForm { Kind = due.Kind, On = due.DueOn, Title = due.Name, OfficeId = due.UnitId, BeatId = due.Id };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(1, cancel);
        if (this.NotNow(MayManage) is { } no)
        {
            return no;
        }
        return this.Settle(await handler.PlanAsync(Form.Command(), HttpContext.Act(), cancel), _ => texts["rhythm.meeting.planned"], id => $"/rhythm/meetings/{id}");
    }

    private async Task LoadAsync(int page, CancellationToken cancel)
    {
        page = Math.Clamp(page, 1, 100_000);
        var rows = await db.Set<Meeting>().OrderByDescending(m => m.On).ThenByDescending(m => m.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Rows = new(rows, await db.Set<Meeting>().CountAsync(cancel), page, PageSize);
        var ids = rows.ConvertAll(m => m.Id);
        Decisions = (await db.Set<Decision>().Where(d => ids.Contains(d.MeetingId)).GroupBy(d => d.MeetingId).Select(g => new { g.Key, All = g.Count(), Open = g.Count(d => d.DoneOn == null) }).ToListAsync(cancel))
            .ToDictionary(g => g.Key, g => (g.All, g.Open));
        Programmes = MayManage ? [.. (await db.Set<Programme>().Where(x => x.EndedOn == null).OrderByDescending(x => x.Year).ThenBy(x => x.Id).Select(x => new { x.Id, x.Name }).ToListAsync(cancel))
            .Select(x => new SelectListItem(texts.Show(x.Name), x.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))] : [];
    }
}

internal sealed class MeetingForm
{
    [Display(Name = "rhythm.kind"), Required]
    public BeatKind? Kind { get; set; }

    [Display(Name = "rhythm.meeting.title"), Required, StringLength(Meeting.LongestTitle)]
    public string? Title { get; set; }

    [Display(Name = "rhythm.office"), Required]
    public long? OfficeId { get; set; }

    [Display(Name = "rhythm.on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "rhythm.programme")]
    public long? ProgrammeId { get; set; }
    public long? BeatId { get; set; }

    public PlanMeeting Command() => new(Kind!.Value, Title!, OfficeId!.Value, On!.Value) { ProgrammeId = ProgrammeId, BeatId = BeatId };
}
