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
        var select = Markup.Tag("select", "form-select").With("id", "f-" + Name).With("name", Name)
            .Holding(Markup.Tag("option").With("value", "").Holding(T["form.any"]));
        TagBuilder? group = null;
        foreach (var option in Options)
        {
            var drawn = Markup.Tag("option").With("value", option.Value).Flag("selected", option.Value == Chosen).Holding(option.Text);
            if (option.Group is null)
            {
                select.Holding(drawn);
                continue;
            }
            if (group?.Attributes["label"] != option.Group.Name)
            {
                group = Markup.Tag("optgroup").With("label", option.Group.Name);
                select.Holding(group);
            }
            group.Holding(drawn);
        }
        output.Content.SetHtmlContent(Markup.Tag("label", "field-label").With("for", "f-" + Name).Holding(T[Key]));
        output.Content.AppendHtml(select);
    }
}
