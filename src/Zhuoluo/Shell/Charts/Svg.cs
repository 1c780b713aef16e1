using System.Globalization;
using System.Net;
using System.Text;

namespace Zhuoluo.Shell.Charts;

/// <summary>Writes SVG as text: one place for encoding and for numbers with a point.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();

    /// <param name="width">Of the drawing, in units of about one pixel.</param>
    /// <param name="height">The same.</param>
    /// <param name="cssClass">chart-wide or chart-narrow.</param>
    /// <param name="label">What the picture shows, read aloud.</param>
    /// <param name="links">A picture with links in it is a group: an image hides what it holds from screen readers.</param>
    public Svg(double width, double height, string cssClass, string label, bool links) =>
        Raw($"""<svg viewBox="0 0 {N(width)} {N(height)}" class="chart {cssClass}" role="{(links ? "group" : "img")}" aria-label="{E(label)}">""");

    public static string N(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public static string E(string text) => WebUtility.HtmlEncode(text);

    /// <summary>About how wide a text is at 12 units: Chinese a full width, others a little over half.</summary>
    public static double WidthOf(string text) => text.Sum(c => c > 0x2E7F ? 12.0 : 7.0);

    public Svg Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public Svg Text(double x, double y, string text, string cssClass = "", string anchor = "start") =>
        Raw($"""<text x="{N(x)}" y="{N(y)}" text-anchor="{anchor}"{Class(cssClass)}>{E(text)}</text>""");

    public Svg Line(double x1, double y1, double x2, double y2, string cssClass) =>
        Raw($"""<line x1="{N(x1)}" y1="{N(y1)}" x2="{N(x2)}" y2="{N(y2)}"{Class(cssClass)}/>""");

    /// <summary>Draws something that opens its records when they have an address; the title is the native tooltip.</summary>
    public Svg Linked(string? href, string title, Action<Svg> draw)
    {
        Raw(href is null ? "<g>" : $"""<a href="{E(href)}">""").Raw($"<title>{E(title)}</title>");
        draw(this);
        return Raw(href is null ? "</g>" : "</a>");
    }

    public string Close() => _text.Append("</svg>").ToString();

    private static string Class(string cssClass) => cssClass.Length == 0 ? "" : $" class=\"{cssClass}\"";
}
