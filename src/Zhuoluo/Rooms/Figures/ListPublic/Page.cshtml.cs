using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures.ListPublic;

/// <summary>Figures that were stated to the public, newest first; each opens its records and its receipt.</summary>
[Open]
internal sealed class PublicFiguresPage(ZhuoluoContext db) : PageModel
{
    private const int PageSize = 30;

    public Paged<StatedFigure> Rows { get; private set; } = new([], 0, 1, PageSize);

    public async Task OnGetAsync(int? p, CancellationToken cancel) =>
        Rows = await db.Set<StatedFigure>().AsNoTracking().Where(s => s.IsPublic).OrderByDescending(s => s.Id).PageAsync(p, PageSize, cancel);
}
