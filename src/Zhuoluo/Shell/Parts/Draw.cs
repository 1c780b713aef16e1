using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Zhuoluo.Shell.Parts;

/// <summary>
/// The small parts as functions, with the same markup as <c>&lt;status&gt;</c>, <c>&lt;light&gt;</c>, <c>&lt;moment&gt;</c>,
/// <c>&lt;figure-link&gt;</c>: for places where they stand a hundred times on a page. A tag helper costs some microseconds each time, this a tenth.
/// </summary>
internal static class Draw
{
    // Chinese as it is, not as numbers.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly ConcurrentDictionary<(Assets, string), HtmlString> _icons = new();

    public static string Encoded(string? text) => string.IsNullOrEmpty(text) ? "" : _encoder.Encode(text);

    public static HtmlString Status(string text, string tone = "plain") => new($"<span class=\"status status-{tone}\">{Encoded(text)}</span>");

    /// <param name="colour">green, yellow, red or none.</param>
    /// <param name="text">Its word, already translated.</param>
    public static HtmlString Light(string colour, string text) => new($"<span class=\"light light-{colour}\">{LightPart.Shape(colour)}{Encoded(text)}</span>");

    public static HtmlString Moment(DateOnly? day, string? cssClass = null)
    {
        if (day is not { } set)
        {
            return HtmlString.Empty;
        }
        var iso = set.ToString("O", CultureInfo.InvariantCulture);
        return new HtmlString($"<time class=\"{Class("moment", cssClass)}\" datetime=\"{iso}\">{iso}</time>");
    }

    /// <summary>An instant to the minute, in the zone of the place.</summary>
    public static HtmlString Moment(SiteSign sign, DateTimeOffset? at, string? cssClass = null)
    {
        if (at is not { } set)
        {
            return HtmlString.Empty;
        }
        return Time(sign, set, $" class=\"{Class("moment", cssClass)}\"");
    }

    public static HtmlString Time(SiteSign sign, DateTimeOffset at, string attribute = "")
    {
        var local = TimeZoneInfo.ConvertTime(at, sign.Zone);
        return new HtmlString(string.Create(CultureInfo.InvariantCulture,
            $"<time{attribute} datetime=\"{local:yyyy-MM-ddTHH:mm:ss}{Encoded(local.ToString("zzz", CultureInfo.InvariantCulture))}\">{local:yyyy-MM-dd HH:mm}</time>"));
    }

    public static HtmlString FigureLink(string href, long count) =>
        new($"<a class=\"figure-link\" href=\"{Encoded(href)}\">{count.ToString("N0", CultureInfo.InvariantCulture)}</a>");

    public static HtmlString Icon(Assets assets, string name) => _icons.GetOrAdd((assets, name), static key =>
        new HtmlString($"<svg aria-hidden=\"true\" class=\"icon\" focusable=\"false\"><use href=\"{Encoded(key.Item1.Url("/lib/icons.svg"))}#{key.Item2}\"></use></svg>"));

    private static string Class(string name, string? more) => more is null ? name : $"{name} {more}";
}
