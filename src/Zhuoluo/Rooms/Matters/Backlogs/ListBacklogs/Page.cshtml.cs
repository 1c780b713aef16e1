using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Backlogs.ListBacklogs;

/// <summary>All lists of left-over cases, and one to open or change.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class BacklogsPage(ZhuoluoContext db, KeepBacklogHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public BacklogForm Form { get; set; } = new();

    public IReadOnlyList<BacklogSum> Lists { get; private set; } = [];
    public Viewer Viewer { get; private set; } = null!;
    public bool MayManage => HttpContext.May(Capability.ManageBacklogs);

    public IEnumerable<SelectListItem> Units() =>
        Choosing.Units(offices.Current, Viewer.Today, texts, u => u.Kind != UnitKind.Village);

    public async Task<IActionResult> OnGetAsync(string? edit, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (edit is null)
        {
            return Page();
        }
        if (!MayManage || Lists.FirstOrDefault(l => l.Backlog.Code == edit) is not { } one)
        {
            return NotFound();
        }
        Form = BacklogForm.Of(one.Backlog);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (this.NotNow(MayManage) is { } no)
        {
            return no;
        }
        return this.Settle(await handler.HandleAsync(Form.Command(), HttpContext.Act(), cancel), texts["intake.saved"], $"/backlogs/{Form.Code}");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        Lists = await BacklogSum.ReadAsync(db, Viewer.Sight.Seen(db), cancel);
    }
}
