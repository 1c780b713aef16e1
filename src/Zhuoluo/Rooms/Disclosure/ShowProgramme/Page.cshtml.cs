using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Disclosure.ShowProgramme;

/// <summary>One published list with its projects; the same filters as the numbers that open it.</summary>
[Open]
internal sealed class PublicProgrammePage(ProgrammesQuery programmes, ProjectListQuery list, Offices offices) : PageModel
{
    public Programme Programme { get; private set; } = null!;
    public ProjectSum Sum { get; private set; } = ProjectSum.None;
    public Paged<ProjectLine> Rows { get; private set; } = new([], 0, 1, ProjectListQuery.PageSize);
    public ProjectFilter Filter { get; private set; } = ProjectFilter.All;
    public OfficesSnapshot Offices => offices.Current;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if ((await programmes.AllAsync(cancel)).FirstOrDefault(p => p.Code == code && p.IsPublic) is not { } programme)
        {
            return NotFound();
        }
        Programme = programme;
        // Of the filters only those that the numbers of this page use: nothing else can be asked of the list from outside.
        var asked = ProjectFilter.Read(Request.Query);
        Filter = new ProjectFilter { Programme = code, Stage = asked.Stage is ProjectStage.Done or ProjectStage.Closed or ProjectStage.UnderWay ? asked.Stage : ProjectStage.Promised, Light = asked.Light, Words = asked.Words, Page = asked.Page };
        Sum = await programmes.SumAsync(programme.Id, cancel);
        Rows = await list.PageAsync(Filter, HttpContext.Today(), cancel);
        return Page();
    }
}
