using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures.ListStated;

/// <summary>Figures that were stated, newest first; one or all of a document.</summary>
[Needs(Capability.SeeFigures)]
internal sealed class StatedFiguresPage(ZhuoluoContext db) : PageModel
{
    private const int PageSize = 25;

    public Paged<StatedFigure> Rows { get; private set; } = new([], 0, 1, PageSize);

    public async Task OnGetAsync(long? of, int? p, CancellationToken cancel)
    {
        var stated = db.Set<StatedFigure>().AsNoTracking();
        stated = of is { } id ? stated.Where(s => s.InId == id) : stated;
        Rows = await stated.OrderByDescending(s => s.Id).PageAsync(p, PageSize, cancel);
    }
}
