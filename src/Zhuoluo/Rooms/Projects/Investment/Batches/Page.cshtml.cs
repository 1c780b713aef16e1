using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Investment.Batches;

/// <summary>Rounds of batch starts by year, and one to open or change.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class BatchesPage(ZhuoluoContext db, InvestmentQuery query, KeepBatchHandler handler, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public BatchForm Form { get; set; } = new();

    public IReadOnlyList<(BatchStart Batch, int Projects)> Rounds { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayKeep => HttpContext.May(Capability.KeepInvestment);
    public IEnumerable<SelectListItem> Kinds => texts.Choices<BatchKind>("batch.kind");
    public IEnumerable<SelectListItem> Levels => texts.Choices<PublicLevel>("level");
    public IEnumerable<SelectListItem> Units => Choosing.Units(Offices, HttpContext.Today(), texts,
        u => u.Kind is not (UnitKind.Village or UnitKind.Window) && Permissions.May(HttpContext.Actor(), Capability.KeepInvestment, u.Path));

    public async Task<IActionResult> OnGetAsync(long? edit, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (edit is null)
        {
            Form = new BatchForm { HeldOn = HttpContext.Today(), Level = Word.Of(PublicLevel.County), Kind = Word.Of(BatchKind.Start) };
            return Page();
        }
        if (!MayKeep || Rounds.FirstOrDefault(r => r.Batch.Id == edit) is not { Batch: { } one })
        {
            return NotFound();
        }
        var numbers = await db.Set<Project>().Where(p => db.Set<BatchProject>().Any(b => b.BatchId == one.Id && b.ProjectId == p.Id)).OrderBy(p => p.Number).Select(p => p.Number).ToListAsync(cancel);
        Form = BatchForm.Of(one, numbers);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (this.NotNow(MayKeep) is { } no)
        {
            return no;
        }
        return this.Settle(await handler.HandleAsync(Form.Command(), HttpContext.Act(), cancel), _ => texts["project.batch.saved"], id => string.Create(CultureInfo.InvariantCulture, $"/investment/batches/{id}"));
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var counts = await db.Set<BatchProject>().GroupBy(b => b.BatchId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Rounds = [.. (await query.BatchesAsync(cancel)).Select(b => (b, counts.GetValueOrDefault(b.Id)))];
    }
}
