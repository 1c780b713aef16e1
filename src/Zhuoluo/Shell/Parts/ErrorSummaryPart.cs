using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>
/// What must be corrected: refusals first, then each field by name in the order shown, as links. The frames draw it
/// above the heading, after the fields have been written; pages need not.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryPart : Part
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        var fields = FieldsShown.Of(ViewContext.HttpContext).InOrder;
        var known = fields.Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var list = Markup.Tag("ul");
        var count = 0;
        foreach (var (name, entry) in state.Where(s => !known.Contains(s.Key)))
        {
            foreach (var error in entry?.Errors ?? [])
            {
                list.Holding(Markup.Tag("li").Holding(Said(error, name)));
                count++;
            }
        }

        foreach (var field in fields)
        {
            if (state.TryGetValue(field.Name, out var entry) && entry.Errors.FirstOrDefault() is { } error)
            {
                list.Holding(Markup.Tag("li").Holding(Link(field.Id, T["error.item", field.Label, Said(error, field.Name)])));
                count++;
            }
        }

        Wrap(output, "div", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.SetHtmlContent(Markup.Tag("h2").Holding(T["error.summary", count])).AppendHtml(list);
    }

    private static TagBuilder Link(string id, string text) => Markup.Tag("a").With("href", "#" + id).Holding(text);

    private string Said(ModelError error, string name) =>
        error.ErrorMessage.Length > 0 ? error.ErrorMessage : T["form.invalid-value", name];
}
