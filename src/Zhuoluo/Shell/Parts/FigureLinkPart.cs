using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>A count that opens the records that it counted. Without <see cref="Label"/> only the number, for table cells.</summary>
[HtmlTargetElement("figure-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FigureLinkPart : Part
{
    public string Href { get; set; } = "";

    public long Count { get; set; }

    /// <summary>Text key of what is counted; with it the number becomes a tile.</summary>
    public string? Label { get; set; }

    /// <summary>A line below, already translated, such as the denominator: "of 2,000".</summary>
    public string? Note { get; set; }

    /// <summary>bad paints the number red when it is not zero.</summary>
    public string? Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var number = Count.ToString("N0", CultureInfo.InvariantCulture);
        var tone = Tone is not null && Count != 0 ? " tone-" + Tone : "";
        Wrap(output, "a", (Label is null ? "figure-link" : "figure-tile") + tone);
        output.Attributes.SetAttribute("href", Href);
        if (Label is null)
        {
            output.Content.SetContent(number);
            return;
        }

        output.Content.SetHtmlContent(Markup.Tag("span", "figure-label").Holding(T[Label]));
        output.Content.AppendHtml(Markup.Tag("span", "figure-number").Holding(number));
        if (Note is not null)
        {
            output.Content.AppendHtml(Markup.Tag("span", "figure-note").Holding(Note));
        }
    }
}
