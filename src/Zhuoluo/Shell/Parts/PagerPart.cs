using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>
/// Links through a list, keeping its filters. By number (<c>number size total</c>, query <c>p</c>) or, where lists are
/// long, by mark (<c>next previous</c>, query <c>after</c> and <c>before</c>). Never called "page": Razor Pages owns that word.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerPart : Part
{
    public int Number { get; set; }

    public int Size { get; set; } = 25;

    public long? Total { get; set; }

    public string? Next { get; set; }

    public string? Previous { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "nav", "pager");
        output.Attributes.SetAttribute("aria-label", T["pager.label"]);
        if (Total is { } total)
        {
            output.Content.AppendHtml(Markup.Tag("span", "pager-total").Holding(T["pager.total", total]));
        }

        var pages = Number > 0 && Total is { } all ? Math.Max(1, (all + Size - 1) / Size) : 0;
        if (pages > 0)
        {
            output.Content.AppendHtml(Markup.Tag("span", "pager-here").Holding(T["pager.here", Number, pages]));
        }

        var previous = Number > 1 ? ("p", Invariant(Number - 1)) : Previous is not null ? ("before", Previous) : default((string, string)?);
        var next = Number > 0 && Number < pages ? ("p", Invariant(Number + 1)) : Next is not null ? ("after", Next) : default((string, string)?);
        if (previous is null && next is null)
        {
            return;
        }
        output.Content.AppendHtml(Link(previous, "pager.previous", "chevron-left", "prev"));
        output.Content.AppendHtml(Link(next, "pager.next", "chevron-right", "next"));
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private TagBuilder Link((string Key, string Value)? to, string text, string icon, string rel)
    {
        var picture = Markup.Icon(Service<Assets>(), icon);
        var word = Markup.Tag("span").Holding(T[text]);
        var link = to is { } target
            ? Markup.Tag("a", "btn btn-sm btn-outline-secondary").With("href", Address(target)).With("rel", rel).With("data-shortcut", rel == "next" ? "n" : "p")
            : Markup.Tag("span", "btn btn-sm btn-outline-secondary disabled").With("aria-disabled", "true");
        return rel == "next" ? link.Holding(word, picture) : link.Holding(picture, word);
    }

    private string Address((string Key, string Value) target)
    {
        var request = ViewContext.HttpContext.Request;
        var kept = request.Query.Where(q => q.Key is not ("p" or "after" or "before"))
            .SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v));
        return request.PathBase + request.Path + QueryString.Create(kept.Append(KeyValuePair.Create(target.Key, (string?)target.Value)));
    }
}
