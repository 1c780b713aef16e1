using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Disclosure.Feed;

/// <summary>GET /public/feed.atom (RFC 4287): what was released last. Entries keep their id when a text is changed and move up.</summary>
internal static class AtomFeed
{
    private const int Most = 50;
    private const string Atom = "http://www.w3.org/2005/Atom";
    private static readonly XmlWriterSettings _settings = new() { Async = true, Encoding = new UTF8Encoding(false), CloseOutput = false };

    public static void Map(WebApplication app) => app.MapMethods("/public/feed.atom", ["GET", "HEAD"], AnswerAsync).Open();

    private static async Task AnswerAsync(HttpContext context, ZhuoluoContext db, Texts texts, SiteSign sign, CancellationToken cancel)
    {
        var rows = await db.ShownMatters().Join(db.Set<Publication>(), m => m.Id, p => p.MatterId, (m, p) => new { m.Number, m.RegisteredAt, p.Title, p.Text, p.Answer, p.CheckedAt })
            .OrderByDescending(r => r.CheckedAt).Take(Most).ToListAsync(cancel);
        var root = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        var updated = rows.Select(r => r.CheckedAt ?? r.RegisteredAt).DefaultIfEmpty(context.Act().At).Max();
        context.Response.ContentType = "application/atom+xml; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=300";
        await using var xml = XmlWriter.Create(context.Response.Body, _settings);
        await xml.WriteStartElementAsync(null, "feed", Atom);
        await xml.WriteAttributeStringAsync("xml", "lang", null, Languages.Current);
        await WriteAsync(xml, "id", root + "/public");
        await WriteAsync(xml, "title", $"{(sign.Name.Length > 0 ? texts.Show(sign.Name) : texts["brand.name"])} - {texts["pub.list.title"]}");
        await WriteAsync(xml, "updated", Written(updated));
        await WriteAsync(xml, "author", null, ("name", texts["brand.name"]));
        await LinkAsync(xml, "self", root + "/public/feed.atom");
        await LinkAsync(xml, "alternate", root + "/public");
        foreach (var row in rows)
        {
            await xml.WriteStartElementAsync(null, "entry", Atom);
            await WriteAsync(xml, "id", $"{root}/public/{row.Number}");
            await WriteAsync(xml, "title", texts.Show(row.Title));
            await WriteAsync(xml, "updated", Written(row.CheckedAt ?? row.RegisteredAt));
            await WriteAsync(xml, "published", Written(row.RegisteredAt));
            await LinkAsync(xml, "alternate", $"{root}/public/{row.Number}");
            await WriteAsync(xml, "summary", texts.Show(row.Text));
            if (row.Answer is { } answer)
            {
                await WriteAsync(xml, "content", texts.Show(answer));
            }
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
    }

    private static string Written(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static async Task WriteAsync(XmlWriter xml, string name, string? text, params (string Name, string Text)[] inside)
    {
        await xml.WriteStartElementAsync(null, name, Atom);
        foreach (var (inner, value) in inside)
        {
            await xml.WriteElementStringAsync(null, inner, Atom, value);
        }
        if (text is not null)
        {
            // A text that was checked holds no control characters, but a feed that cannot be read would take all others with it.
            await xml.WriteStringAsync(new string([.. text.Where(XmlConvert.IsXmlChar)]));
        }
        await xml.WriteEndElementAsync();
    }

    private static async Task LinkAsync(XmlWriter xml, string rel, string href)
    {
        await xml.WriteStartElementAsync(null, "link", Atom);
        await xml.WriteAttributeStringAsync(null, "rel", null, rel);
        await xml.WriteAttributeStringAsync(null, "href", null, href);
        await xml.WriteEndElementAsync();
    }
}
