using Microsoft.AspNetCore.Mvc.RazorPages;
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

    public async Task OnGetAsync(int? p, CancellationToken cancel) =>
        Rows = await db.Set<Bulletin>().Where(b => b.PublishedOn != null).OrderByDescending(b => b.IssuedOn).ThenByDescending(b => b.Id).PageAsync(p, PageSize, cancel);
}
