using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.ListPublic;

/// <summary>Bulletins that were issued and made public.</summary>
[Open]
internal sealed class PublicBulletinsPage(ZhuoluoContext db) : PageModel
{
    public const int PageSize = 30;

    public Paged<Bulletin> Rows { get; private set; } = new([], 0, 1, PageSize);

    public async Task OnGetAsync(int? p, CancellationToken cancel)
    {
        var page = Math.Clamp(p ?? 1, 1, 100_000);
        var shown = db.Set<Bulletin>().Where(b => b.PublishedOn != null);
        Rows = new(await shown.OrderByDescending(b => b.IssuedOn).ThenByDescending(b => b.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel), await shown.CountAsync(cancel), page, PageSize);
    }
}
