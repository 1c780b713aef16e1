using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ListBacklogs;

/// <summary>The lists of left-over cases whose numbers are public.</summary>
[Open]
internal sealed class PublicBacklogsPage(ZhuoluoContext db, Offices offices) : PageModel
{
    public IReadOnlyList<BacklogSum> Lists { get; private set; } = [];
    public Lookup Lookup { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        Lists = [.. (await BacklogSum.ReadAsync(db, db.Set<Matter>(), cancel)).Where(l => l.Backlog.IsPublic)];
    }
}
