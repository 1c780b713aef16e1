using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ToDo;

/// <summary>One list of what somebody's units have to do, whichever room it comes from; and bulletins that wait for approval.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class ToDoPage(ZhuoluoContext db, IEnumerable<IToDo> rooms, FinishBeatHandler handler, Offices offices, Texts texts) : PageModel
{
    public const int PageSize = 50;

    // Each room is asked for all lines up to the end of the page; further down its own list is the better one.
    private const int MostPages = 20;

    public DoneForm Form { get; private set; } = new();
    public ToDoKind? Of { get; private set; }
    public IReadOnlyList<ToDoPart> Parts { get; private set; } = [];
    public Paged<ToDoLine> Lines { get; private set; } = new([], 0, 1, PageSize);
    public IReadOnlyDictionary<long, Beat> Beats { get; private set; } = new Dictionary<long, Beat>();
    public IReadOnlyDictionary<long, Decision> Decisions { get; private set; } = new Dictionary<long, Decision>();
    public IReadOnlyList<Bulletin> Waiting { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();
    public bool MayManage => HttpContext.May(Capability.ManageRhythm);
    public bool MayDo => MayManage || HttpContext.May(Capability.HandleRhythm);
    public long All => Parts.Sum(p => p.Total);

    public Task OnGetAsync(string? of, int? p, CancellationToken cancel) => LoadAsync(Word<ToDoKind>.Read(of), p ?? 1, cancel);

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] DoneForm form, CancellationToken cancel)
    {
        Form = form;
        await LoadAsync(null, 1, cancel);
        if (!MayDo)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }
        return this.Settle(await handler.HandleAsync(new FinishBeat(form.Id, form.On ?? Today, form.Proof), HttpContext.Act(), cancel), texts["rhythm.said-done"], "/rhythm");
    }

    private async Task LoadAsync(ToDoKind? of, int page, CancellationToken cancel)
    {
        page = Math.Clamp(page, 1, MostPages);
        Of = of;
        var act = HttpContext.Act();
        var ask = new ToDoAsk(act.Who, act.At, Offices, page * PageSize);
        var parts = new List<ToDoPart>();
        foreach (var room in rooms)
        {
            parts.Add(await room.NowAsync(db, ask, cancel));
        }
        Parts = parts;
        var shown = parts.Where(x => of is null || x.Kind == of).ToList();
        var total = shown.Sum(x => x.Total);
        Lines = new(
            [.. shown.SelectMany(x => x.Lines).OrderBy(l => l.DueOn).ThenBy(l => l.Kind).ThenBy(l => l.Id).Skip((page - 1) * PageSize).Take(PageSize)],
            Math.Min(total, MostPages * PageSize), page, PageSize);
        var beats = IdsOf(ToDoKind.Beat);
        Beats = await db.Set<Beat>().Where(b => beats.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancel);
        var decisions = IdsOf(ToDoKind.Decision);
        Decisions = await db.Set<Decision>().Where(d => decisions.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        Waiting = !MayManage && !HttpContext.May(Capability.ApproveBulletin) ? []
            : await db.Set<Bulletin>().Where(b => b.State != BulletinState.Issued).OrderBy(b => b.Id).Take(PageSize).ToListAsync(cancel);
    }

    private List<long> IdsOf(ToDoKind kind) => [.. Lines.Items.Where(l => l.Kind == kind).Select(l => l.Id)];
}

internal sealed class DoneForm
{
    public long Id { get; set; }

    [Display(Name = "rhythm.done-on")]
    public DateOnly? On { get; set; }

    [Display(Name = "rhythm.proof"), Required, StringLength(Beat.LongestProof)]
    public string? Proof { get; set; }
}
