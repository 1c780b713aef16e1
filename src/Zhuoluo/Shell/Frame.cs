using System.Collections.Concurrent;
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
            links.Append($"<li><a href=\"{Draw.Encoded(Choices.With(request, Choices.LanguageKey, code))}\" lang=\"{code}\" hreflang=\"{code}\" rel=\"nofollow\"{isHere}>{name}</a></li>");
        }
        return new HtmlString(links.Append("</ul>").ToString());
    }

    /// <summary>The lines of the staff menu that are for this reader. Who sees a line depends on the roles in the session alone, so a menu is drawn once for each set of them.</summary>
    public (HtmlString Lines, bool AreMany) Menu(ClaimsPrincipal user, PathString path)
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
        return (drawn.Lines, drawn.Count > ManyItems);
    }

    private string Name => sign.Name.Length > 0 ? texts.Show(sign.Name) : texts["brand.name"];

    private Drawn DrawMenu(ClaimsPrincipal user, PathString path)
    {
        var items = _menu.Where(i => i.IsFor(user)).OrderBy(i => i.Group).ToList();
        var lines = new StringBuilder("<ul>");
        var group = MenuGroup.Work;
        foreach (var item in items)
        {
            lines.Append(item.Group == group ? "<li>" : "<li class=\"menu-gap\">")
                .Append($"<a href=\"{Draw.Encoded(item.Url)}\"{(item.IsAt(path) ? " aria-current=\"page\"" : "")}>{Icon(item.Icon)}<span>{Draw.Encoded(texts[item.Key])}</span></a></li>");
            group = item.Group;
        }
        return new Drawn(new HtmlString(lines.Append("</ul>").ToString()), items.Count);
    }

    private sealed record Drawn(HtmlString Lines, int Count);
}
