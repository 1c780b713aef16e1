using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Zhuoluo.Shell.Parts;

namespace Zhuoluo.Shell;

/// <summary>What stands around every page, drawn without partial views: the head, the sign over the door, the menus.</summary>
internal sealed class Frame(Assets assets, Texts texts, SiteSign sign, IEnumerable<MenuItem> menu)
{
    // Roles times languages times menu items: a few hundred at most, unless somebody invents roles.
    private const int MostMenus = 1000;
    private const int ManyItems = 8;
    private readonly IReadOnlyList<MenuItem> _menu = [.. menu];
    private readonly ConcurrentDictionary<string, Drawn> _menus = new(StringComparer.Ordinal);
    private readonly string _links =
        $"""
        <link rel="icon" href="{assets.Url("/logo.svg")}" type="image/svg+xml">
        <link rel="stylesheet" href="{assets.Url("/lib/bootstrap.min.css")}">
        <link rel="stylesheet" href="{assets.Url("/site.css")}">
        <link rel="stylesheet" href="{assets.Url("/photos.css")}">
        <script src="{assets.Url("/shell.js")}" defer></script>

        """;

    /// <summary>The head's lines up to those of the frame and the page.</summary>
    public IHtmlContent Head(ViewDataDictionary view)
    {
        var title = view["Title"] as string;
        var name = $"{(view.ModelState.IsValid ? "" : texts["error.prefix"])}{(title is null ? "" : title + " - ")}{Name}";
        return new HtmlString($"""
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Draw.Encoded(name)}</title>
            {_links}
            """);
    }

    public HtmlString Style(string path) => new($"<link rel=\"stylesheet\" href=\"{assets.Url(path)}\" />");

    public HtmlString Script(string path) => new($"<script src=\"{assets.Url(path)}\" defer></script>");

    public HtmlString Icon(string name) => Draw.Icon(assets, name);

    /// <summary>An instant in the zone of the place.</summary>
    public HtmlString Moment(DateTimeOffset? at, string? cssClass = null) => Draw.Moment(sign, at, cssClass);

    public HtmlString Time(DateTimeOffset at) => Draw.Time(sign, at);

    public HtmlString Brand(string url) => new(
        $"<a class=\"brand\" href=\"{url}\"><img src=\"{assets.Url("/logo.svg")}\" width=\"28\" height=\"28\" alt=\"\"><span>{Draw.Encoded(Name)}</span></a>");

    public HtmlString Languages(HttpRequest request)
    {
        var links = new StringBuilder($"<ul class=\"languages\" aria-label=\"{Draw.Encoded(texts["nav.languages"])}\">");
        foreach (var (code, name) in Shell.Languages.All)
        {
            var isHere = code == Shell.Languages.Current ? " aria-current=\"true\"" : "";
            links.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{Draw.Encoded(Choices.With(request, Choices.LanguageKey, code))}\" lang=\"{code}\" hreflang=\"{code}\" rel=\"nofollow\"{isHere}>{name}</a></li>");
        }
        return new HtmlString(links.Append("</ul>").ToString());
    }

    /// <summary>What was done on the page before this one, read out, with links to the receipts of what was written.</summary>
    /// <param name="carried">Comes over the redirect.</param>
    /// <param name="isSilent">The page shows the receipts of what was done itself.</param>
    public HtmlString Heard(ITempDataDictionary carried, bool isSilent)
    {
        // Both are read, also when they are not shown: what is not read stays for the next page.
        var (said, receipts) = (carried.Heard(), ReceiptFlash.Read(carried));
        var links = isSilent ? "" : string.Join(' ', receipts.Select((id, i) =>
            $"<a class=\"receipt-link\" href=\"{Api.ReceiptLinks.PageOf(id)}\">{Draw.Encoded(texts["ledger.receipt"])}{(i == 0 ? "" : $" {i + 1}")}</a>"));
        return new HtmlString(said is var (text, tone)
            ? $"<div class=\"notice notice-{tone}\" role=\"status\">{Icon(tone == "bad" ? "alert-circle" : "circle-check")}<p>{Draw.Encoded(text)} {links}</p></div>"
            : links.Length > 0 ? $"<p class=\"ledger-line\">{Icon("shield-check")}{Draw.Encoded(texts["ledger.recorded"])} {links}</p>" : "");
    }

    /// <summary>The lines of the staff menu that are for this reader. Who sees a line depends on the roles in the session alone, so a menu is drawn once for each set of them.</summary>
    public (HtmlString Wide, HtmlString Narrow, bool AreMany) Menu(ClaimsPrincipal user, PathString path)
    {
        var here = _menu.FirstOrDefault(i => i.IsAt(path))?.Url;
        var roles = string.Join(',', user.Claims.Where(c => c.Type == ClaimTypes.Role).Select(c => c.Value));
        var key = $"{Shell.Languages.Current} {here} {roles}";
        if (!_menus.TryGetValue(key, out var drawn))
        {
            if (_menus.Count >= MostMenus)
            {
                _menus.Clear();
            }
            _menus[key] = drawn = DrawMenu(user, path);
        }
        return (drawn.Wide, drawn.Narrow, drawn.AreMany);
    }

    private string Name => sign.Name.Length > 0 ? texts.Show(sign.Name) : texts["brand.name"];

    // Many lines: what is done every day stands in the bar, the other groups fold up; on a narrow page every group has its heading.
    private Drawn DrawMenu(ClaimsPrincipal user, PathString path)
    {
        var groups = _menu.Where(i => i.IsFor(user)).GroupBy(i => i.Group).OrderBy(g => g.Key).ToList();
        var isFolded = groups.Sum(g => g.Count()) > ManyItems;
        var (wide, narrow, count) = (new StringBuilder("<ul>"), new StringBuilder("<ul>"), 0);
        foreach (var group in groups)
        {
            var lines = string.Concat(group.Select(i => Line(i, path)));
            var name = Draw.Encoded(texts[$"nav.group.{group.Key}"]);
            narrow.Append(isFolded ? $"<li class=\"menu-head\">{name}</li>" : "").Append(lines);
            if (isFolded && group.Key != MenuGroup.Work && group.Count() > 1)
            {
                var mark = group.Any(i => i.IsAt(path)) ? " class=\"is-here\"" : "";
                wide.Append(CultureInfo.InvariantCulture, $"<li><details class=\"drop menu-fold\"><summary{mark}>{name}</summary><ul class=\"drop-panel\">{lines}</ul></details></li>");
                count++;
            }
            else
            {
                wide.Append(lines);
                count += group.Count();
            }
        }
        return new Drawn(new HtmlString(wide.Append("</ul>").ToString()), new HtmlString(narrow.Append("</ul>").ToString()), count > ManyItems);
    }

    private string Line(MenuItem item, PathString path) =>
        $"<li><a href=\"{Draw.Encoded(item.Url)}\"{(item.IsAt(path) ? " aria-current=\"page\"" : "")}>{Icon(item.Icon)}<span>{Draw.Encoded(texts[item.Key])}</span></a></li>";

    private sealed record Drawn(HtmlString Wide, HtmlString Narrow, bool AreMany);
}
