using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ShowBacklog;

/// <summary>A public list: its numbers, its sprint, its ages, and each case by number, place and state, never by what was said.</summary>
[Open]
internal sealed class PublicBacklogPage(ZhuoluoContext db, Offices offices) : PageModel
{
    public const int PageSize = 50;

    public Backlog Backlog { get; private set; } = null!;
    public BacklogFigures Figures { get; private set; } = new([]);
    public Sprint? Sprint { get; private set; }
    public Lookup Lookup { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public string? Show { get; private set; }
    public Paged<BacklogLine> Shown { get; private set; } = new([], 0, 1, PageSize);

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "p")] int asked, string? show, CancellationToken cancel)
    {
        if (await db.Set<Backlog>().SingleOrDefaultAsync(b => b.Code == code && b.IsPublic, cancel) is not { } backlog)
        {
            return NotFound();
        }
        var act = HttpContext.Act();
        (Backlog, Today, Show) = (backlog, LocalDay.Of(act.At), show);
        Lookup = await Lookup.LoadAsync(db, offices, act.At, cancel);
        Figures = await BacklogFigures.ReadAsync(db, db.Set<Matter>(), backlog.Id, cancel);
        var sprints = await db.Set<Sprint>().Where(s => s.BacklogId == backlog.Id).OrderBy(s => s.From).ToListAsync(cancel);
        Sprint = sprints.LastOrDefault(s => s.From <= Today) ?? sprints.FirstOrDefault();
        var lines = Figures.Lines.Where(l => show switch { "left" => l.IsOpen, "cleared" => l.IsCleared, "solved" => l.IsSolved, _ => true }).ToList();
        var page = Math.Clamp(asked, 1, Math.Max(1, (lines.Count + PageSize - 1) / PageSize));
        Shown = new Paged<BacklogLine>([.. lines.Skip((page - 1) * PageSize).Take(PageSize)], lines.Count, page, PageSize);
        return Page();
    }
}
