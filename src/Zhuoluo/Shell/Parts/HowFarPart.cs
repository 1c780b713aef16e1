using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>How much is done: a bar and the percent beside it. A list has dozens of them, so it is no partial view.</summary>
[HtmlTargetElement("how-far", Attributes = "done", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HowFarPart : Part
{
    private const int All = 10_000;

    /// <summary>Hundredths of a percent.</summary>
    public int Done { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "span", "how-far");
        var said = Said(Done);
        output.Content.SetHtmlContent(string.Create(CultureInfo.InvariantCulture, $"<meter min=\"0\" max=\"{All}\" value=\"{Math.Min(Done, All)}\">{said}</meter><span class=\"num\">{said}</span>"));
    }

    internal static string Said(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
