using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.ShowProgramme;

/// <summary>One list: how it stands, by unit, and its projects. Every number opens what it counts.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class ProgrammePage(ProgrammesQuery programmes, ProjectListQuery list, Offices offices) : PageModel
{
    public Programme Programme { get; private set; } = null!;
    public Programme? Parent { get; private set; }
    public ProjectSum Sum { get; private set; } = ProjectSum.None;
    public IReadOnlyList<(Unit? Unit, ProjectSum Sum)> ByUnit { get; private set; } = [];
    public Paged<ProjectLine> Rows { get; private set; } = new([], 0, 1, ProjectListQuery.PageSize);
    public OfficesSnapshot Offices => offices.Current;
    public ProjectFilter All => new() { Programme = Programme.Code };

    public async Task<IActionResult> OnGetAsync(string code, int p, CancellationToken cancel)
    {
        var all = await programmes.AllAsync(cancel);
        if (all.FirstOrDefault(x => x.Code == code) is not { } programme)
        {
            return NotFound();
        }
        Programme = programme;
        Parent = all.FirstOrDefault(x => x.Id == programme.ParentId);
        Sum = await programmes.SumAsync(programme.Id, cancel);
        ByUnit = [.. (await programmes.ByAsync(ProjectTallyBy.Unit, programme.Id, cancel)).Select(u => (long.TryParse(u.Key, out var id) ? Offices.Unit(id) : null, u.Sum))];
        Rows = await list.PageAsync(All with { Page = Math.Max(1, p) }, HttpContext.Today(), cancel);
        return Page();
    }
}
