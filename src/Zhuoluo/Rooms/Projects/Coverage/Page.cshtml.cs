using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Coverage;

/// <summary>Problems without a project, projects without a problem.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class CoveragePage(CoverageQuery query, ProjectListQuery list, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<SelectListItem> Drives { get; private set; } = [];
    public Drive? Drive { get; private set; }
    public CoverageSum? Sum { get; private set; }
    public IReadOnlyList<UncoveredMatter> Waiting { get; private set; } = [];
    public IReadOnlyList<ProjectLine> WithoutProblem { get; private set; } = [];
    public long WithoutProblemTotal { get; private set; }
    public OfficesSnapshot Offices => offices.Current;
    public ProjectFilter WithoutFilter { get; } = new() { Is = ProjectIs.WithoutMatters, Stage = ProjectStage.Promised };

    public async Task OnGetAsync(long? drive, CancellationToken cancel)
    {
        var today = HttpContext.Today();
        if (HttpContext.May(Capability.SeeMatters))
        {
            var drives = await db.Set<Drive>().AsNoTracking().OrderByDescending(d => d.Id).ToListAsync(cancel);
            Drives = [.. drives.Select(d => new SelectListItem(texts.Show(d.Name), d.Id.ToString(CultureInfo.InvariantCulture)))];
            Drive = drives.FirstOrDefault(d => d.Id == drive) ?? (drives.Count > 0 ? drives[0] : null);
            if (Drive is { } chosen)
            {
                var seen = Sight.Of(HttpContext.Actor(), Offices).Seen(db);
                Sum = await query.SumAsync(seen, chosen.Id, cancel);
                Waiting = await query.WaitingAsync(seen, chosen.Id, cancel);
            }
        }
        WithoutProblem = await list.FirstAsync(WithoutFilter, Most, today, cancel);
        WithoutProblemTotal = await list.CountAsync(WithoutFilter, today, cancel);
    }
}
