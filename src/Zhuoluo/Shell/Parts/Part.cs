using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>What every part of a page has at hand: the texts, the view and the services.</summary>
public abstract class Part : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private protected Texts T => Service<Texts>();

    private protected TService Service<TService>()
        where TService : notnull =>
        ViewContext.HttpContext.RequestServices.GetRequiredService<TService>();

    private protected static void Wrap(TagHelperOutput output, string name, string cssClass)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", given is null ? cssClass : $"{cssClass} {given}");
    }
}
