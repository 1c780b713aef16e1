using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Matters;
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

    public Shelf Shelf { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter = PublicFilter.Read(Request.Query);
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        Rows = await list.PageAsync(db.ShownMatters().Narrow(Filter, Lookup, db), Filter.Page, cancel);
        Shelf = new Shelf(Rows.Items, Lookup);
        if (Filter.Words is { } words)
        {
            var ids = Rows.Items.Select(r => r.Id).ToList();
            Shelf = Shelf with
            {
                Query = SearchQuery.Parse(words),
                Texts = await db.Set<Publication>().Where(p => ids.Contains(p.MatterId) && p.State == PublicationState.Shown)
                    .ToDictionaryAsync(p => p.MatterId, p => p.Text + "\n" + p.Answer, cancel),
            };
        }
    }
}
