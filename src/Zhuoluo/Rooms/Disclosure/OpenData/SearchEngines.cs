using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.OpenData;

/// <summary>GET /robots.txt: the public pages may be found; a requester's, the staff's and endless filters need not.</summary>
internal static class SearchEngines
{
    private const string Rules = """
        User-agent: *
        Disallow: /track
        Disallow: /receipt/
        Disallow: /rate/
        Disallow: /desk
        Disallow: /matters
        Disallow: /sign-in
        Disallow: /public/records
        Disallow: /*?

        """;

    public static void Map(WebApplication app) => app.MapMethods("/robots.txt", ["GET", "HEAD"], () => Results.Text(Rules)).Open();
}
