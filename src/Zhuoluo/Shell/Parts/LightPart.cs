using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>Green circle, yellow triangle, red square or the tick of what is done, with its word: shape, word and colour say the same.</summary>
[HtmlTargetElement("light", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LightPart : Part
{
    /// <summary>green, yellow, red, done or none, in any case: an enum's name will do.</summary>
    public string Value { get; set; } = "";

    /// <summary>Another word than the usual one, already translated.</summary>
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var colour = Value.ToLower(CultureInfo.InvariantCulture) is var v && v is "green" or "yellow" or "red" or "done" ? v : "none";
        Wrap(output, "span", "light light-" + colour);
        output.Content.SetHtmlContent(Shape(colour)).Append(Text ?? T["light." + colour]);
    }

    internal static string Shape(string colour) => $"""<svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">{Outline(colour)}</svg>""";

    /// <summary>What is drawn, in a square of ten.</summary>
    internal static string Outline(string colour) => colour switch
    {
        "green" => """<circle cx="5" cy="5" r="4.5"/>""",
        "yellow" => """<path d="M5 .6 9.8 9.4H.2z"/>""",
        "red" => """<path d="M.7.7h8.6v8.6H.7z"/>""",
        "done" => """<path d="M3.8 9.2.4 5.7l1.5-1.5 1.9 1.9L8.1 1l1.6 1.4z"/>""",
        _ => """<path d="M1 4.2h8v1.6H1z"/>""",
    };
}
