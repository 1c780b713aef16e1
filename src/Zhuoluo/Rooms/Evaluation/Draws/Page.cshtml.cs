using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Evaluation.Draws;

/// <summary>The draws made, and the next one.</summary>
[Needs(Capability.SeeDissatisfied)]
internal sealed class DrawsPage(ZhuoluoContext db, DrawCallBacksHandler handler, Texts texts) : PageModel
{
    private const int MostShown = 24;
    private const int MonthsOffered = 12;

    [BindProperty]
    public DrawForm Form { get; set; } = new();

    public IReadOnlyList<(CallDraw Draw, int Waiting)> Draws { get; private set; } = [];
    public int Share { get; private set; }
    public bool MayDraw => HttpContext.May(Capability.DrawCallBacks);

    /// <summary>The last months that are over and not yet drawn.</summary>
    public IEnumerable<SelectListItem> Months => Enumerable.Range(1, MonthsOffered).Select(i => RatePeriod.Of(HttpContext.Today().AddMonths(-i)))
        .Where(m => Draws.All(d => d.Draw.Month != m)).Select(m => new SelectListItem(RatePeriod.Written(m), RatePeriod.Written(m)));

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!MayDraw)
        {
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var command = new DrawCallBacks(RatePeriod.Month(Form.Month) ?? 0, string.IsNullOrWhiteSpace(Form.Seed) ? null : Form.Seed);
        if ((await handler.HandleAsync(command, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var draw))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["ev.draws.done", draw.Population, draw.Picked]);
        return Redirect($"/evaluation/draws/{draw.Month}");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Share = (await RateDefinitions.AllAsync(db, cancel)).On(HttpContext.Today()).DrawShare;
        var waiting = await db.Set<CallPick>().Where(p => p.State == PickState.Waiting).GroupBy(p => p.DrawId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Draws = [.. (await db.Set<CallDraw>().OrderByDescending(d => d.Month).Take(MostShown).ToListAsync(cancel)).Select(d => (d, waiting.GetValueOrDefault(d.Id)))];
    }
}

internal sealed class DrawForm
{
    [Display(Name = "ev.month"), Required]
    public string? Month { get; set; }

    [Display(Name = "ev.seed"), StringLength(40)]
    public string? Seed { get; set; }
}
