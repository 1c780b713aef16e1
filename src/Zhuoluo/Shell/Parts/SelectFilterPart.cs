using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>A select of a filter form, by name and not bound to a model: what is chosen is the filter's own word.</summary>
[HtmlTargetElement("select-filter", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectFilterPart : Part
{
    public string Name { get; set; } = "";

    /// <summary>Text key of the label.</summary>
    public string Key { get; set; } = "";

    public string? Chosen { get; set; }

    public IEnumerable<SelectListItem> Options { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "div", "field");
        output.Content.SetHtmlContent(Markup.Tag("label", "field-label").With("for", "f-" + Name).Holding(T[Key]));
        output.Content.AppendHtml(Drawn());
    }

    // Written and not built of tags: a page of filters has a hundred options.
    private string Drawn()
    {
        var encoder = Service<HtmlEncoder>();
        var html = new StringBuilder("<select class=\"form-select\" id=\"f-").Append(encoder.Encode(Name)).Append("\" name=\"").Append(encoder.Encode(Name)).Append("\">");
        Option("", T["form.any"], isChosen: false);
        string? group = null;
        foreach (var option in Options)
        {
            if (option.Group?.Name != group)
            {
                html.Append(group is null ? "" : "</optgroup>");
                group = option.Group?.Name;
                html.Append(group is null ? "" : $"<optgroup label=\"{encoder.Encode(group)}\">");
            }
            Option(option.Value, option.Text, option.Value == Chosen);
        }
        return html.Append(group is null ? "" : "</optgroup>").Append("</select>").ToString();

        void Option(string value, string text, bool isChosen) =>
            html.Append("<option value=\"").Append(encoder.Encode(value)).Append(isChosen ? "\" selected=\"selected\">" : "\">").Append(encoder.Encode(text)).Append("</option>");
    }
}
