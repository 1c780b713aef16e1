using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ToDo;

/// <summary>What somebody's units have missed and what comes next, decisions to carry out, bulletins that wait for approval.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class ToDoPage(ZhuoluoContext db, FinishBeatHandler handler, Offices offices, Texts texts) : PageModel
{
    private const int DaysAhead = 7;
    private const int MostShown = 100;

    public DoneForm Form { get; private set; } = new();
    public IReadOnlyList<(Beat Beat, Cadence Cadence)> Beats { get; private set; } = [];
    public int BeatsInAll { get; private set; }
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];
    public IReadOnlyList<Bulletin> Waiting { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();
    public bool MayManage => HttpContext.May(Capability.ManageRhythm);
    public bool MayDo => MayManage || HttpContext.May(Capability.HandleRhythm);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] DoneForm form, CancellationToken cancel)
    {
        Form = form;
        await LoadAsync(cancel);
        if (!MayDo)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }
        return this.Settle(await handler.HandleAsync(new FinishBeat(form.Id, form.On ?? Today, form.Proof), HttpContext.Act(), cancel), texts["rhythm.said-done"], "/rhythm");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var until = Today.AddDays(DaysAhead);
        var beats = db.Set<Beat>().Where(b => b.DoneOn == null && b.DueOn <= until);
        var decisions = db.Set<Decision>().Where(d => d.DoneOn == null);
        if (RhythmScope.UnitsOf(HttpContext, offices.Current) is { } units)
        {
            beats = beats.Where(b => units.Contains(b.UnitId));
            decisions = decisions.Where(d => units.Contains(d.UnitId));
        }
        BeatsInAll = await beats.CountAsync(cancel);
        Beats = [.. (await beats.Join(db.Set<Cadence>(), b => b.CadenceId, c => c.Id, (b, c) => new { b, c }).OrderBy(x => x.b.DueOn).ThenBy(x => x.b.Id).Take(MostShown).ToListAsync(cancel)).Select(x => (x.b, x.c))];
        Decisions = await decisions.OrderBy(d => d.DueOn).ThenBy(d => d.Id).Take(MostShown).ToListAsync(cancel);
        var approves = HttpContext.May(Capability.ApproveBulletin);
        Waiting = !MayManage && !approves ? [] : await db.Set<Bulletin>().Where(b => b.State != BulletinState.Issued).OrderBy(b => b.Id).Take(MostShown).ToListAsync(cancel);
    }
}

internal sealed class DoneForm
{
    public long Id { get; set; }

    [Display(Name = "rhythm.done-on")]
    public DateOnly? On { get; set; }

    [Display(Name = "rhythm.proof"), Required, StringLength(Beat.LongestProof)]
    public string? Proof { get; set; }
}
