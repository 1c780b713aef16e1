using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Investment.ShowBatch;

/// <summary>One round with its projects as they stand, and how many of them did not do yet what the round says.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class BatchPage(ZhuoluoContext db, InvestmentQuery query, Offices offices) : PageModel
{
    public BatchStart Batch { get; private set; } = null!;
    public IReadOnlyList<ProjectLine> Projects { get; private set; } = [];

    /// <summary>Agreements that landed as one of its projects.</summary>
    public AgreementSum Agreements { get; private set; } = AgreementSum.None;

    /// <summary>Planned money of its projects, whole fen.</summary>
    public long PlannedFen { get; private set; }

    /// <summary>Projects of a start that have not started by their own records, or of a production whose works are not done.</summary>
    public int Behind { get; private set; }
    public OfficesSnapshot Offices => offices.Current;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if ((await query.BatchesAsync(cancel)).FirstOrDefault(b => b.Id == id) is not { } batch)
        {
            return NotFound();
        }
        Batch = batch;
        var members = db.Set<BatchProject>().Where(b => b.BatchId == id);
        var projects = db.Set<Project>().AsNoTracking().Where(p => members.Any(b => b.ProjectId == p.Id)).OrderBy(p => p.Number);
        Projects = await ProjectLine.From(projects).ToListAsync(cancel);
        PlannedFen = await db.Set<MoneyRow>().Where(m => m.SupersededAt == null && members.Any(b => b.ProjectId == m.ProjectId)).SumAsync(m => m.Planned, cancel);
        Behind = batch.Kind switch
        {
            BatchKind.Start => await projects.CountAsync(p => p.StartedOn == null, cancel),
            BatchKind.Production => Projects.Count(p => !p.State.IsDone() && p.State != ProjectState.PartBuilt),
            _ => 0,
        };
        Agreements = (await query.SumsAsync(new InvestmentFilter { Batch = id }, cancel)).All;
        return Page();
    }
}
