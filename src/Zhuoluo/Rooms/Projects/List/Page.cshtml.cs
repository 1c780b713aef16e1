using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.List;

/// <summary>All projects of all lists, narrowed by address.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class ProjectsPage(ProjectListQuery list, ProgrammesQuery programmes, Offices offices, Texts texts) : PageModel
{
    public ProjectFilter Filter { get; private set; } = ProjectFilter.All;
    public Paged<ProjectLine> Rows { get; private set; } = new([], 0, 1, ProjectListQuery.PageSize);
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();

    public static IReadOnlyList<(string Key, ProjectFilter Filter, string Href)> Quick { get; } = [.. new (string Key, ProjectFilter Filter)[]
    {
        ("project.quick.all", ProjectFilter.All), ("project.quick.red", new() { Light = ProjectLight.Red }), ("project.quick.yellow", new() { Light = ProjectLight.Yellow }),
        ("project.quick.under-way", new() { Stage = ProjectStage.UnderWay }), ("project.quick.silent", new() { Is = ProjectIs.Silent }),
        ("project.quick.disagreed", new() { Is = ProjectIs.Disagreed }), ("project.quick.slipped", new() { Is = ProjectIs.Slipped }), ("project.quick.done", new() { Stage = ProjectStage.Done }), ("project.quick.closed", new() { Stage = ProjectStage.Closed }),
        ("project.quick.library", new() { Stage = ProjectStage.Library }),
    }.Select(q => (q.Key, q.Filter, q.Filter.Href))];

    public IEnumerable<SelectListItem> Lists => Programmes.Select(p => new SelectListItem($"{p.Year} {texts.Show(p.Name)}", p.Code));
    public IEnumerable<SelectListItem> States => texts.Choices<ProjectState>("state");
    public IEnumerable<SelectListItem> Lights => texts.Choices<ProjectLight>("light");
    public IEnumerable<SelectListItem> Units => Offices.Units.Where(u => u.IsValidOn(Today) && u.Kind != UnitKind.Village && u.Kind != UnitKind.Window).Select(u => new SelectListItem(texts.Show(u.Name), u.Code));
    public IEnumerable<SelectListItem> Towns => Offices.Places.Where(p => p.Code.Length == 9).Select(p => new SelectListItem(texts.Show(p.Name), p.Code));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter = ProjectFilter.Read(Request.Query);
        Programmes = await programmes.AllAsync(cancel);
        Rows = await list.PageAsync(Filter, Today, cancel);
    }
}
