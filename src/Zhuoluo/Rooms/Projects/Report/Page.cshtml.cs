using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Rooms.Projects.Lights;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Report;

/// <summary>Progress of one period, told once. The form brings what was said last; a period that has its report shows it and asks for a correction.</summary>
[Needs(Capability.HandleProject)]
internal sealed class ReportPage(ZhuoluoContext db, Offices offices, ReportProgressHandler handler, Texts texts) : PageModel
{
    [BindProperty]
    public ReportForm Form { get; set; } = new();

    [BindProperty]
    public int RecordVersion { get; set; }

    public ProjectFile Record { get; private set; } = null!;
    public Progress? Last { get; private set; }

    /// <summary>The period has its report already.</summary>
    public bool HasReport { get; private set; }
    public ReportPeriod Every => Record.Home?.Period ?? ReportPeriod.Month;
    public OfficesSnapshot Offices => offices.Current;
    public string Href => $"/projects/{Record.Project.Number}";

    public async Task<IActionResult> OnGetAsync(string number, DateOnly? period, CancellationToken cancel)
    {
        if (!await LoadAsync(number, period, cancel))
        {
            return NotFound();
        }
        if (!MayReport)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }
        Form.Done = Amounts.Percent(Last?.Done ?? Record.Project.Done);
        Form.IsCorrection = HasReport;
        (Form.Problem, Form.Needs) = (Last?.Problem, Last?.Needs);
        (Form.Text, Form.Next) = HasReport ? (Last?.Text, Last?.Next) : (Last?.Next, null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        if (!await LoadAsync(number, Form.Period, cancel))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return this.Settle(await handler.HandleAsync(Form.Command(Record.Project.Id, RecordVersion), HttpContext.Act(), cancel), texts["project.report.done-now"], Href);
    }

    private bool MayReport => Permissions.May(HttpContext.Actor(), Capability.HandleProject, Record.Lead?.Path ?? "/");

    private async Task<bool> LoadAsync(string number, DateOnly? day, CancellationToken cancel)
    {
        var id = await db.Set<Project>().Where(p => p.Number == number).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel);
        if (id is not { } known || await ProjectFiles.LoadAsync(db, Offices, known, null, cancel) is not { } file)
        {
            return false;
        }
        Record = file;
        var period = Periods.Of(day ?? HttpContext.Today(), Every);
        Last = await db.Set<Progress>().AsNoTracking().Where(p => p.ProjectId == known && p.SupersededAt == null && p.Period <= period).OrderByDescending(p => p.Period).FirstOrDefaultAsync(cancel);
        HasReport = Last?.Period == period;
        Form.Period ??= period;
        return true;
    }
}
