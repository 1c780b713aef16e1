using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Disclosure.ListMatters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ListRecords;

/// <summary>The records behind every public number: each counted matter by number, day, town, kind, state and unit; its title only when released.</summary>
[Open]
internal sealed class RecordsPage(ZhuoluoContext db, Offices offices, ListQuery list, PublicCount counts) : PageModel
{
    public const string Address = "/public/records";

    public PublicFilter Filter { get; private set; } = PublicFilter.All;
    public Lookup Lookup { get; private set; } = null!;
    public Paged<PublicRow> Rows { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter = PublicFilter.Read(Request.Query) with { Words = null };
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        Rows = await list.PageAsync(db.CountedMatters().Narrow(Filter, Lookup, db), await counts.CountAsync(Filter, Lookup, cancel), Filter.Page, cancel);
    }
}
