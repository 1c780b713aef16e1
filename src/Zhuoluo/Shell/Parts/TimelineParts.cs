using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>What happened, in order. Holds <c>&lt;timeline-step&gt;</c>s.</summary>
[HtmlTargetElement("timeline")]
public sealed class TimelinePart : Part
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Wrap(output, "ol", "timeline");
}

/// <summary>One happening: what, who, when, and the words inside.</summary>
[HtmlTargetElement("timeline-step")]
public sealed class TimelineStepPart : Part
{
    /// <summary>What happened, already translated.</summary>
    public string What { get; set; } = "";

    public string? Who { get; set; }

    public DateTimeOffset? At { get; set; }

    /// <summary>good, bad, wait or now; empty for an ordinary step.</summary>
    public string? Tone { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var said = await output.GetChildContentAsync();
        Wrap(output, "li", string.IsNullOrEmpty(Tone) ? "step" : "step step-" + Tone);
        var head = Markup.Tag("p", "step-head").Holding(Markup.Tag("strong").Holding(What));
        if (!string.IsNullOrEmpty(Who))
        {
            head.Holding(Markup.Tag("span").Holding(Who));
        }

        if (At is { } at)
        {
            var local = TimeZoneInfo.ConvertTime(at, Service<SiteSign>().Zone);
            head.Holding(Markup.Tag("time").With("datetime", $"{local:yyyy-MM-ddTHH:mm:ssK}").Holding($"{local:yyyy-MM-dd HH:mm}"));
        }

        output.Content.SetHtmlContent(head);
        if (!said.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Tag("div", "step-body").Holding(said));
        }
    }
}
