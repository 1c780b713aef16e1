using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ListMatters;

/// <summary>The matters that the public may read in full.</summary>
[Open]
internal sealed class ListPage(ZhuoluoContext db, Offices offices, ListQuery list) : PageModel
{
    public const string Address = "/public";

    public PublicFilter Filter { get; private set; } = PublicFilter.All;
    public Lookup Lookup { get; private set; } = null!;
    public Paged<PublicRow> Rows { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter = PublicFilter.Read(Request.Query);
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        Rows = await list.PageAsync(db.ShownMatters().Narrow(Filter, Lookup, db), Filter.Page, cancel);
    }
}
