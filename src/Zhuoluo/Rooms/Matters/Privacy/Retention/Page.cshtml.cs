using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Privacy.Retention;

/// <summary>The rules, and the lists that the job proposed: counts by rule and year, not matters.</summary>
[Needs(Capability.ManagePersonalData)]
internal sealed class RetentionPage(RetentionHandler handler, ZhuoluoContext db, Texts texts) : PageModel
{
    private const int Most = 20;

    [BindProperty]
    public long Id { get; set; }

    public IReadOnlyList<RetentionRun> Runs { get; private set; } = [];
    public IReadOnlyList<(long RunId, string Rule, int Count)> Parts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Runs = await db.Set<RetentionRun>().OrderByDescending(r => r.Id).Take(Most).ToListAsync(cancel);
        var ids = Runs.Select(r => r.Id).ToList();
        Parts = [.. (await db.Set<RetentionItem>().Where(i => ids.Contains(i.RunId)).GroupBy(i => new { i.RunId, i.RuleCode })
            .Select(g => new { g.Key.RunId, g.Key.RuleCode, Count = g.Count() }).ToListAsync(cancel)).Select(p => (p.RunId, p.RuleCode, p.Count))];
    }

    public async Task<IActionResult> OnPostDecideAsync(bool approve, CancellationToken cancel)
    {
        if ((await handler.HandleAsync(new DecideRetention(Id, approve, null), HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            await OnGetAsync(cancel);
            return this.Refuse(refusal);
        }
        TempData.Say(texts[approve ? "safe.retention.approved" : "safe.circle.done"]);
        return Redirect("/retention");
    }

    public async Task<IActionResult> OnPostProposeAsync(CancellationToken cancel)
    {
        var count = (await handler.ProposeAsync(HttpContext.Act(), cancel)).Match(n => n, _ => 0);
        TempData.Say(texts["safe.retention.proposed", count]);
        return Redirect("/retention");
    }
}
