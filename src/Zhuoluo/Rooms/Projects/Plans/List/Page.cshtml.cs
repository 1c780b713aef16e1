using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Plans.List;

/// <summary>Plans with how many of their tasks are done, and a draft to write.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class PlansPage(ZhuoluoContext db, PlansHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public IReadOnlyList<(ThemePlan Plan, int Aspects, int Tasks, int Done)> Plans { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayKeep => HttpContext.May(Capability.ManageProjects);
    public IEnumerable<SelectListItem> Units => Choosing.UnitsOfOffice(Offices, HttpContext.Today(), texts);

    public async Task<IActionResult> OnGetAsync(string? edit, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (edit is null)
        {
            Form = new PlanForm { Year = HttpContext.Today().Year };
            return Page();
        }
        if (!MayKeep || Plans.FirstOrDefault(p => p.Plan.Code == edit && p.Plan.IssuedOn is null) is not { Plan: { } plan })
        {
            return NotFound();
        }
        Form = PlanForm.Of(plan, await db.Set<PlanTask>().AsNoTracking().Where(t => t.PlanId == plan.Id).ToListAsync(cancel), Offices);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (this.NotNow(MayKeep) is { } no)
        {
            return no;
        }
        return Form.Command(Offices).IsRefused(out var refusal, out var command)
            ? this.Refuse(refusal)
            : this.Settle(await handler.DraftAsync(command, HttpContext.Act(), cancel), _ => texts["project.plan.saved"], code => "/plans/" + code);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var sums = await db.Set<PlanTask>().GroupBy(t => t.PlanId).Select(g => new { g.Key, Aspects = g.Max(t => t.Aspect), Tasks = g.Count(), Done = g.Count(t => t.State == TaskState.Done) }).ToDictionaryAsync(g => g.Key, cancel);
        Plans = [.. (await db.Set<ThemePlan>().AsNoTracking().OrderByDescending(p => p.Year).ThenBy(p => p.Code).ToListAsync(cancel))
            .Select(p => sums.TryGetValue(p.Id, out var sum) ? (p, sum.Aspects, sum.Tasks, sum.Done) : (p, 0, 0, 0))];
    }
}
