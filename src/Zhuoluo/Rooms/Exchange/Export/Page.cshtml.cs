using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>Have everything written as files, see how far it is, fetch it while it is there.</summary>
[Needs(Capability.ExportData)]
internal sealed class ExportPage(ZhuoluoContext db, AskExportHandler handler, Texts texts) : PageModel
{
    private const int Most = 20;

    public IReadOnlyList<ExportRun> Runs { get; private set; } = [];
    public ExportForm Form { get; private set; } = new();
    public DateTimeOffset Now { get; private set; }
    public bool MayAsk => HttpContext.May(Capability.ExportData, "/");
    public bool IsMoving => Runs.Any(r => r.State is ExportState.Waiting or ExportState.Running);
    public IEnumerable<SelectListItem> Formats => Enum.GetValues<ExportFormat>().Select(f => new SelectListItem(texts["export.format." + f.ToString().ToLowerInvariant()], f.ToString()));

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Form))] ExportForm form, string? onceKey, CancellationToken cancel)
    {
        (Form, var act) = (form, HttpContext.Act());
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var outcome = await handler.HandleAsync(new AskExport(form.Format) { OnceKey = string.IsNullOrEmpty(onceKey) ? null : onceKey }, act, cancel);
        return After(outcome.Then(_ => texts["export.asked"]));
    }

    public Task<IActionResult> OnPostStopAsync(long id, CancellationToken cancel) => TurnAsync(new TurnExport(id, false), "export.stopping", cancel);

    public Task<IActionResult> OnPostResumeAsync(long id, CancellationToken cancel) => TurnAsync(new TurnExport(id, true), "export.asked", cancel);

    private async Task<IActionResult> TurnAsync(TurnExport turn, string said, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return After((await handler.HandleAsync(turn, HttpContext.Act(), cancel)).Then(_ => texts[said]));
    }

    private IActionResult After(Foundation.Outcome<string> outcome)
    {
        if (outcome.IsRefused(out var refusal, out var said))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(said);
        return Redirect("/exports");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var act = HttpContext.Act();
        Now = act.At;
        Runs = await db.Set<ExportRun>().Where(r => r.PersonId == act.Who.PersonId).OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancel);
    }
}
