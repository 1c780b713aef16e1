using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>GET /api/v1/matters: the list of the page, with the page's own words in the query, read on with a mark instead of page numbers.</summary>
internal static class MattersApi
{
    private const string Address = "/api/v1/matters";

    public static void Map(WebApplication app)
    {
        app.MapGet(Address, ListAsync).Needs(Capability.SeeMatters)
            .Tells("listMatters", "Matters", "The matters that the one who asks may see, narrowed by the same words as the page").Asks(FilterWords.All)
            .Asks(("after", "The mark of the address in next."), ("limit", "How many, 1 to 200; 50 otherwise.")).Gives<PageOf<MatterLine>>().Refuses(422);
        app.MapGet(Address + "/count", CountAsync).Needs(Capability.SeeMatters)
            .Tells("countMatters", "Matters", "How many there are, and where to read exactly these").Asks(FilterWords.All).Gives<MattersCounted>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ZhuoluoContext db, Offices offices, string? after, int? limit, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        var catalogue = await Catalogue.LoadAsync(db, cancel);
        var filter = FilterAddress.Read(context.Request.Query);
        var sort = Word<MatterSort>.Of(filter.Sort);
        if (Mark.Read(after, sort, MatterMarks.LengthOf(filter.Sort)).IsRefused(out var refusal, out var mark))
        {
            return refusal.Problem(context);
        }
        var size = Mark.Size(limit);
        var matching = MatterMarks.After(db.Matching(filter, viewer, catalogue), filter.Sort, mark);
        var rows = await MatterRow.From(matching.Take(size + 1)).ToListAsync(cancel);
        // What the last row's mark needs beyond its line is read with it: the instant of the last change.
        var shown = rows.Take(size).ToList();
        var last = rows.Count > size ? shown[^1].Id : 0;
        var changed = filter.Sort == MatterSort.Changed && rows.Count > size
            ? await db.Set<Matter>().Where(m => m.Id == last).Select(m => m.UpdatedAt).SingleAsync(cancel) : default;
        return Results.Json(new PageOf<MatterLine>(
            [.. shown.Select(r => MatterLine.Of(r, viewer))],
            Mark.Link(context.Request, rows.Count > size, () => new Mark(sort, MatterMarks.ValuesOf(filter.Sort, shown[^1], changed)))));
    }

    private static async Task<IResult> CountAsync(HttpContext context, MatterListQuery list, ZhuoluoContext db, Offices offices, CancellationToken cancel)
    {
        var viewer = Viewer.Of(context.Act(), offices.Current);
        var filter = FilterAddress.Read(context.Request.Query).Narrowing;
        var count = await list.CountAsync(filter, viewer, await Catalogue.LoadAsync(db, cancel), cancel);
        return Results.Json(new MattersCounted(count, Address + FilterAddress.Query(filter), filter.Href));
    }
}

/// <param name="Count">How many.</param>
/// <param name="Records">Where a program reads exactly these.</param>
/// <param name="Page">Where a person does.</param>
internal sealed record MattersCounted(long Count, string Records, string Page);
