using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>A word in a pale box. Tones: plain, busy, wait, good, bad.</summary>
[HtmlTargetElement("status", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusPart : Part
{
    /// <summary>Text key; or give <see cref="Text"/>.</summary>
    public string? Key { get; set; }

    public string? Text { get; set; }

    public string Tone { get; set; } = "plain";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "span", "status status-" + Tone);
        output.Content.SetContent(Text ?? T[Key ?? ""]);
    }
}
