using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Documents.Html;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm.Meetings;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ShowMeeting;

/// <summary>The generated paper of a meeting; while it lasts decisions are written here, afterwards its minutes are read here.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class MeetingPage(ZhuoluoContext db, MeetingsHandler meetings, DecisionsHandler decisions, Offices offices, Texts texts) : PageModel
{
    public DecisionGiven Form { get; private set; } = new();
    public HeldGiven Held { get; private set; } = new();
    public Meeting Meeting { get; private set; } = null!;
    public Board Board { get; private set; } = null!;
    public IReadOnlyList<Decision> Decided { get; private set; } = [];
    public IReadOnlyList<long> Invited { get; private set; } = [];
    public string? ProgrammeName { get; private set; }
    public IHtmlContent? Minutes { get; private set; }
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();
    public bool MayManage => HttpContext.May(Capability.ManageRhythm);

    public IReadOnlyList<SelectListItem> Units => Choosing.UnitsOfOffice(offices.Current, Today, texts);

    public IReadOnlyList<SelectListItem> Listed => [.. Board.Rows.Select(r => (r.Number, r.Name)).Concat(Board.Pleas.Select(p => (p.Number, p.Name))).Distinct()
        .Select(p => new SelectListItem($"{p.Number} {texts.Show(p.Name)}", p.Number))];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) => !await LoadAsync(id, cancel) ? NotFound() : await ElsewhereAsync(id, cancel) is { } page ? LocalRedirect(page) : Page();

    // A talk and a check have pages of their own.
    private async Task<string?> ElsewhereAsync(long id, CancellationToken cancel) => Meeting.Kind switch
    {
        BeatKind.Talk => await db.Set<Talk>().Where(t => t.MeetingId == id).Select(t => (long?)t.Id).SingleOrDefaultAsync(cancel) is { } talk ? $"/talks/{talk}" : null,
        BeatKind.Inspection => await db.Set<Inspection>().Where(i => i.MeetingId == id).Select(i => (long?)i.Id).SingleOrDefaultAsync(cancel) is { } inspection ? $"/inspections/{inspection}" : null,
        _ => null,
    };

    public Task<IActionResult> OnPostDecideAsync(long id, [Bind(Prefix = nameof(Form))] DecisionGiven form, CancellationToken cancel)
    {
        Form = form;
        return DoAsync(id, () => decisions.MakeAsync(new MakeDecision(id, form.Text ?? "", form.UnitId ?? 0, form.DueOn ?? default) { ProjectNumber = form.ProjectNumber }, HttpContext.Act(), cancel),
            "rhythm.decision.made", nameof(Form), cancel);
    }

    public Task<IActionResult> OnPostHoldAsync(long id, [Bind(Prefix = nameof(Held))] HeldGiven held, CancellationToken cancel)
    {
        Held = held;
        return DoAsync(id, () => meetings.HoldAsync(new HoldMeeting(id, held.On ?? Today, held.Notes), HttpContext.Act(), cancel), "rhythm.meeting.now-held", nameof(Held), cancel);
    }

    public Task<IActionResult> OnPostCancelAsync(long id, CancellationToken cancel) =>
        DoAsync(id, () => meetings.CancelAsync(new CancelMeeting(id), HttpContext.Act(), cancel), "rhythm.meeting.now-cancelled", nameof(Held), cancel);

    private async Task<IActionResult> DoAsync<T>(long id, Func<Task<Outcome<T>>> change, string said, string form, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if ((await change()).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal, form);
        }
        TempData.Say(texts[said]);
        return LocalRedirect($"/rhythm/meetings/{id}");
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } meeting)
        {
            return false;
        }
        Meeting = meeting;
        Held.On ??= meeting.On <= Today ? meeting.On : Today;
        Board = meeting.HeldOn is null ? await Board.NowAsync(db, meeting, cancel) : await Board.HeldAsync(db, meeting, cancel);
        Decided = await db.Set<Decision>().Where(d => d.MeetingId == id).OrderBy(d => d.Serial).ToListAsync(cancel);
        Invited = meeting.HeldOn is null ? Board.Invited : await db.Set<MeetingUnit>().Where(u => u.MeetingId == id).OrderBy(u => u.UnitId).Select(u => u.UnitId).ToListAsync(cancel);
        ProgrammeName = meeting.ProgrammeId is { } programme ? await db.Set<Programme>().Where(p => p.Id == programme).Select(p => p.Name).SingleOrDefaultAsync(cancel) : null;
        Minutes = meeting.HeldOn is null ? null : new HtmlString(HtmlText.Write(await MinutesPaper.ReadAsync(db, meeting, offices.Current, cancel)));
        return true;
    }
}

internal sealed class DecisionGiven
{
    [Display(Name = "rhythm.decision"), Required, StringLength(Decision.LongestText)]
    public string? Text { get; set; }

    [Display(Name = "rhythm.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "rhythm.due-on"), Required]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "rhythm.project")]
    public string? ProjectNumber { get; set; }
}

internal sealed class HeldGiven
{
    [Display(Name = "rhythm.held-on")]
    public DateOnly? On { get; set; }

    [Display(Name = "rhythm.notes"), StringLength(Meeting.LongestNotes)]
    public string? Notes { get; set; }
}
