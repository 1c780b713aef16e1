using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>A picture from lib/icons.svg, silent for screen readers: always put a word beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconPart : Part
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw.Icon(Service<Assets>(), Name));
    }
}
