using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Petitions.Report;

[Needs(Capability.SeeMatters)]
internal sealed class YearReportPage(YearReport report, Offices offices) : PageModel
{
    public int Year { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<ReportTable> Tables { get; private set; } = [];
    public IReadOnlyList<ReportDeed> Deeds { get; private set; } = [];
    public bool MayExport => HttpContext.May(Capability.ExportData);

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancel)
    {
        if (year is < 1950 or > 2150)
        {
            return NotFound();
        }
        var viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        (Year, Today) = (year, viewer.Today);
        (Tables, Deeds) = await report.ReadAsync(year, viewer, cancel);
        return Page();
    }
}
