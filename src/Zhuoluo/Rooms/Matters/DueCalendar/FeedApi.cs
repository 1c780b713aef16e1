using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.DueCalendar;

/// <summary>GET /deadlines/{token}.ics: whoever has the address may read it, as with every calendar program; so it says number, unit and state only, of every room.</summary>
internal static class FeedApi
{
    // Of each room.
    private const int MostInFeed = 500;

    public static void Map(WebApplication app) => app.MapMethods("/deadlines/{token}.ics", ["GET", "HEAD"], SendAsync).Open();

    private static async Task<IResult> SendAsync(
        string token, HttpContext context, ZhuoluoContext db, DueQuery dues, IEnumerable<IToDo> rooms, Staff staff, Offices offices, Vault vault, Texts texts, CancellationToken cancel)
    {
        var act = context.Act();
        if (FeedKeys.Read(vault, token) is not { } feed || await dues.OwnerAsync(feed, staff, act.At, cancel) is not { } owner)
        {
            return Results.NotFound();
        }
        var ask = new ToDoAsk(owner, act.At, offices.Current, MostInFeed);
        var days = new List<ToDoDay>();
        foreach (var room in rooms)
        {
            days.AddRange(await room.DaysAsync(db, ask, cancel));
        }
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        var home = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        return Results.Bytes(IcsFile.Write(texts["due.title"], days.Select(d => new IcsEvent($"{d.Mark}@{context.Request.Host.Host}", d.On, d.Text, home + d.Path, d.ChangedAt))), IcsFile.ContentType);
    }
}
