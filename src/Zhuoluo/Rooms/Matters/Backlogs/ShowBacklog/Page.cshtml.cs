using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Backlogs.ShowBacklog;

/// <summary>One list: its counts, its sprint day by day, how old what is left is, and every case, oldest first.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class BacklogPage(ZhuoluoContext db, EnterBacklogHandler enter, KeepBacklogHandler keep, Offices offices, Texts texts) : PageModel
{
    public const int PageSize = 50;

    [BindProperty]
    public LinesForm Lines { get; set; } = new();

    [BindProperty]
    public SprintForm Sprint { get; set; } = new();

    public Viewer Viewer { get; private set; } = null!;
    public Backlog Backlog { get; private set; } = null!;
    public BacklogFigures Figures { get; private set; } = new([]);
    public IReadOnlyList<Sprint> Sprints { get; private set; } = [];
    public Paged<BacklogLine> Shown { get; private set; } = new([], 0, 1, PageSize);
    public BacklogAge? Age { get; private set; }
    public string? Show { get; private set; }
    public FilterChoices Choices { get; private set; } = null!;
    public bool MayManage => HttpContext.May(Capability.ManageBacklogs) && Backlog.EndedOn is null;
    public string Href => "/backlogs/" + Backlog.Code;

    /// <summary>The sprint that runs, or else the last one.</summary>
    public Sprint? Current => Sprints.FirstOrDefault(s => s.From <= Viewer.Today && Viewer.Today <= s.To) ?? Sprints.LastOrDefault(s => s.From <= Viewer.Today) ?? (Sprints.Count > 0 ? Sprints[0] : null);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (!await LoadAsync(code, cancel))
        {
            return NotFound();
        }
        Sprint = new SprintForm { From = Viewer.Today, To = Viewer.Today.AddDays(99), Target = 0 };
        return Page();
    }

    public async Task<IActionResult> OnPostEnterAsync(string code, CancellationToken cancel)
    {
        if (!await LoadAsync(code, cancel))
        {
            return NotFound();
        }
        ModelState.Clear();
        if (TypedLines.Read(Lines.Lines, Lines.PlaceCode).IsRefused(out var refusal, out var cases)
            || (await enter.HandleAsync(new EnterBacklog(Backlog.Id, cases), HttpContext.Act(), cancel)).IsRefused(out refusal, out var entered))
        {
            return this.Refuse(refusal, nameof(Lines));
        }
        TempData.Say(texts["backlog.entered", entered]);
        return LocalRedirect(Href);
    }

    public async Task<IActionResult> OnPostSprintAsync(string code, CancellationToken cancel)
    {
        if (!await LoadAsync(code, cancel))
        {
            return NotFound();
        }
        ModelState.Clear();
        if (!TryValidateModel(Sprint, nameof(Sprint)))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var command = new BeginSprint(Backlog.Id, Sprint.Name!, Sprint.From!.Value, Sprint.To!.Value, Sprint.Target ?? 0);
        if ((await keep.HandleAsync(command, HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal, nameof(Sprint));
        }
        TempData.Say(texts["intake.saved"]);
        return LocalRedirect(Href);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, long item, string? reason, CancellationToken cancel)
    {
        if (!await LoadAsync(code, cancel))
        {
            return NotFound();
        }
        if ((await enter.HandleAsync(new RemoveFromBacklog(item, reason ?? ""), HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal, "");
        }
        TempData.Say(texts["intake.saved"]);
        return LocalRedirect(Href);
    }

    private async Task<bool> LoadAsync(string code, CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        if (await db.Set<Backlog>().SingleOrDefaultAsync(b => b.Code == code, cancel) is not { } backlog)
        {
            return false;
        }
        Backlog = backlog;
        Figures = await BacklogFigures.ReadAsync(db, Viewer.Sight.Seen(db), backlog.Id, cancel);
        Sprints = await db.Set<Sprint>().Where(s => s.BacklogId == backlog.Id).OrderBy(s => s.From).ToListAsync(cancel);
        Choices = new FilterChoices(texts, offices.Current, new Catalogue([], []), Viewer.Today);
        (Show, Age) = (Request.Query["show"], Word<BacklogAge>.Read(Request.Query["age"]));
        var shown = Figures.Lines.Where(l => Show switch { "left" => l.IsOpen, "cleared" => l.IsCleared, "solved" => l.IsSolved, "otherwise" => l.IsOtherwise, _ => true })
            .Where(l => Age is not { } age || (l.IsOpen && BacklogFigures.AgeOf(l, Viewer.Today) == age)).ToList();
        var page = int.TryParse(Request.Query["p"], out var asked) ? Math.Clamp(asked, 1, Math.Max(1, (shown.Count + PageSize - 1) / PageSize)) : 1;
        Shown = new Paged<BacklogLine>([.. shown.Skip((page - 1) * PageSize).Take(PageSize)], shown.Count, page, PageSize);
        return true;
    }
}

internal sealed class LinesForm
{
    [Display(Name = "backlog.lines")]
    public string? Lines { get; set; }

    [Display(Name = "backlog.place")]
    public string? PlaceCode { get; set; }
}

internal sealed class SprintForm
{
    [Display(Name = "backlog.sprint.name"), Required, StringLength(KeepBacklog.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "backlog.sprint.from"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "backlog.sprint.to"), Required]
    public DateOnly? To { get; set; }

    [Display(Name = "backlog.sprint.target"), Range(0, 100_000)]
    public int? Target { get; set; }
}
