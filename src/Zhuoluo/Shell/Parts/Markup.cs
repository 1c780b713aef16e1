using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Zhuoluo.Shell.Parts;

/// <summary>Elements in few words. Everything given as text is encoded when written.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string? cssClass = null)
    {
        var tag = new TagBuilder(name);
        return tag.With("class", cssClass);
    }

    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }

    public static TagBuilder Flag(this TagBuilder tag, string attribute, bool set) => tag.With(attribute, set ? "" : null);

    public static TagBuilder Holding(this TagBuilder tag, string text)
    {
        tag.InnerHtml.Append(text);
        return tag;
    }

    public static TagBuilder Holding(this TagBuilder tag, params IHtmlContent?[] parts)
    {
        foreach (var part in parts)
        {
            if (part is not null)
            {
                tag.InnerHtml.AppendHtml(part);
            }
        }

        return tag;
    }

    public static TagBuilder Alone(this TagBuilder tag)
    {
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }

    /// <summary>Written once, to be kept.</summary>
    public static HtmlString Fixed(IHtmlContent content)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(text, HtmlEncoder.Create(UnicodeRanges.All));
        return new HtmlString(text.ToString());
    }

    public static TagBuilder Icon(Assets assets, string name) =>
        Tag("svg", "icon").With("aria-hidden", "true").With("focusable", "false")
            .Holding(Tag("use").With("href", assets.Url("/lib/icons.svg") + "#" + name));
}
