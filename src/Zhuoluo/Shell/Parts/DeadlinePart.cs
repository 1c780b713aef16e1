using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>
/// A last day, how far it is, and its light. The distance is given, never computed here: only a calendar knows working days.
/// With <see cref="Href"/> it opens the explanation of the days counted.
/// </summary>
[HtmlTargetElement("deadline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DeadlinePart : Part
{
    public DateOnly? Day { get; set; }

    /// <summary>Days left; 0 is today, below 0 late; null when the clock has stopped.</summary>
    public int? Left { get; set; }

    /// <summary>The distance in words, where days alone do not say it.</summary>
    public string? Said { get; set; }

    /// <summary>green, yellow, red.</summary>
    public string? Light { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Day is not { } day)
        {
            Wrap(output, "span", "deadline");
            output.Content.SetContent(T["light.none"]);
            return;
        }

        var light = Light?.ToLower(CultureInfo.InvariantCulture);
        Wrap(output, Href is null ? "span" : "a", light is null ? "deadline" : "deadline light-" + light);
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }

        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        output.Content.SetHtmlContent(Markup.Tag("time").With("datetime", iso).Holding(iso));
        if ((Said ?? (Left is { } left ? Distance(left) : null)) is { } distance)
        {
            output.Content.AppendHtml(Markup.Tag("span", "deadline-left").Holding(distance));
        }
    }

    private string Distance(int left) => left switch
    {
        > 0 => T["deadline.left", left],
        0 => T["deadline.today"],
        _ => T["deadline.late", -left],
    };
}
