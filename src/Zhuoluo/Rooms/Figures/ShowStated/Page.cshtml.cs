using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Figures.Stating;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures.ShowStated;

/// <summary>A figure as it was stated: what it was, of which records, whether it proves itself, what changed since; correcting it, showing it to the public.</summary>
[Needs(Capability.SeeFigures)]
internal sealed class StatedPage(ZhuoluoContext db, StatedReading reading, StateFigureHandler handler, Offices offices, Texts texts) : PageModel
{
    public StatedView View { get; private set; } = null!;
    public string? Reason { get; private set; }
    public bool MayManage => HttpContext.May(Capability.ManageFigures);
    public bool MayPublish => HttpContext.May(Capability.PublishBulletin);
    public string Scope => texts.ScopeName(reading.Scope(View.Stated), offices.Current);

    public async Task<IActionResult> OnGetAsync(long id, int? part, int? p, bool changes, CancellationToken cancel) => await LoadAsync(id, part, p, changes, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCorrectAsync(long id, string? reason, CancellationToken cancel)
    {
        if (!await LoadAsync(id, null, null, changes: false, cancel))
        {
            return NotFound();
        }
        Reason = reason;
        var command = new StateFigure(View.Stated.Key, reading.Scope(View.Stated)) { SupersedesId = id, Reason = reason };
        return this.Settle(await handler.HandleAsync(command, HttpContext.Act(reason), cancel), _ => texts["figures.correct-done"], s => "/figures/stated/" + s.Id.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostPublishAsync(long id, CancellationToken cancel) =>
        await LoadAsync(id, null, null, changes: false, cancel)
            ? this.Settle(await handler.PublishAsync(id, HttpContext.Act(), cancel), texts["figures.publish-done"], "/figures/stated/" + id.ToString(CultureInfo.InvariantCulture))
            : NotFound();

    private async Task<bool> LoadAsync(long id, int? part, int? page, bool changes, CancellationToken cancel)
    {
        var view = await StatedView.ReadAsync(reading, db, texts, id, part ?? 0, page ?? 1, changes, HttpContext.Act(), isPublic: false, cancel);
        View = view!;
        return view is not null;
    }
}
