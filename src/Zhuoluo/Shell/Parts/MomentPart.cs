using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>An instant in the place's own time, to the minute; or a day.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MomentPart : Part
{
    public DateTimeOffset? At { get; set; }

    public DateOnly? Day { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is null && Day is null)
        {
            output.SuppressOutput();
            return;
        }

        Wrap(output, "time", "moment");
        var local = At is { } at ? TimeZoneInfo.ConvertTime(at, Service<SiteSign>().Zone) : default;
        var day = Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        output.Attributes.SetAttribute("datetime", day ?? local.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture));
        output.Content.SetContent(day ?? local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }
}
