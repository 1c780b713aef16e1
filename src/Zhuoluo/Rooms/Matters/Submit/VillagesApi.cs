using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Submit;

/// <summary>GET /places/{town}/villages: names that the form offers while somebody types. Public lists, cached for an hour.</summary>
internal static class VillagesApi
{
    public static void Map(WebApplication app) => app.MapGet("/places/{town}/villages", (string town, HttpContext context, Offices offices) =>
    {
        var today = LocalDay.Of(context.Act().At);
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Json(offices.Current.PlacesWithin(town).Where(p => p.IsValidOn(today)).Select(p => p.Name));
    }).Open();
}
