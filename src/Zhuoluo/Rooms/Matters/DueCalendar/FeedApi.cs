using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.DueCalendar;

/// <summary>GET /deadlines/{token}.ics: whoever has the address may read it, as with every calendar program; so it says number, unit and light only.</summary>
internal static class FeedApi
{
    public static void Map(WebApplication app) => app.MapMethods("/deadlines/{token}.ics", ["GET", "HEAD"], SendAsync).Open();

    private static async Task<IResult> SendAsync(
        string token, HttpContext context, ZhuoluoContext db, DueQuery dues, Staff staff, Offices offices, Vault vault, Texts texts, CancellationToken cancel)
    {
        var act = context.Act();
        if (FeedKeys.Read(vault, token) is not { } feed || await dues.OwnerAsync(feed, staff, act.At, cancel) is not { } owner)
        {
            return Results.NotFound();
        }
        var viewer = new Viewer(owner, act.At, offices.Current);
        var rows = await dues.NearestAsync(viewer, await Catalogue.LoadAsync(db, cancel), cancel);
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        var home = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        return Results.Bytes(IcsFile.Write(texts["due.title"], rows.Select(r => new IcsEvent(
            $"due-{r.Number}@{context.Request.Host.Host}", RowsShown.DayOf(r.DueAt!.Value),
            $"{r.Number} {texts.Unit(viewer.Offices, r.LeadUnitId)} {texts.Name(r.LightAt(act.At))}", $"{home}/matters/{r.Number}", r.RegisteredAt))), IcsFile.ContentType);
    }
}
