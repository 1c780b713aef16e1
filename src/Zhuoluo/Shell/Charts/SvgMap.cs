using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Zhuoluo.Shell.Parts;

namespace Zhuoluo.Shell.Charts;

/// <summary>An area to draw.</summary>
/// <param name="Label">What stands in its middle.</param>
/// <param name="Rings">Closed lines in degrees, longitude first.</param>
/// <param name="Value">What it is shaded by.</param>
/// <param name="Href">Where it leads; null leads nowhere.</param>
internal sealed record Area(string Label, IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>> Rings, long Value, string? Href)
{
    /// <summary>In place of the shade and the number.</summary>
    public AreaSign? Sign { get; init; }
}

/// <summary>A light over an area: shape, word and colour say the same.</summary>
/// <param name="Colour">green, yellow, red, done or none.</param>
/// <param name="Text">A word or two below the label.</param>
/// <param name="Told">All of it, read aloud.</param>
internal sealed record AreaSign(string Colour, string Text, string Told);

/// <summary>Areas shaded by their numbers in five steps. The number stands in the area too, so that colour is never the only sign.</summary>
internal static class SvgMap
{
    public const int Steps = 5;
    private const double Width = 720;
    private const double Edge = 8;

    /// <param name="label">What the picture shows, read aloud.</param>
    /// <param name="areas">At least one with a ring.</param>
    public static IHtmlContent Draw(string label, IReadOnlyList<Area> areas)
    {
        var points = areas.SelectMany(a => a.Rings).SelectMany(r => r).ToList();
        if (points.Count == 0)
        {
            return HtmlString.Empty;
        }
        var (west, east, south, north) = (points.Min(p => p.Lon), points.Max(p => p.Lon), points.Min(p => p.Lat), points.Max(p => p.Lat));
        // One degree of longitude is shorter than one of latitude by the cosine; a county is small enough for one factor.
        var squeeze = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = (Width - (2 * Edge)) / Math.Max(1e-9, (east - west) * squeeze);
        var height = Math.Min(1400, ((north - south) * scale) + (2 * Edge));
        scale = Math.Min(scale, (height - (2 * Edge)) / Math.Max(1e-9, north - south));
        (double X, double Y) At((double Lon, double Lat) p) => (Edge + ((p.Lon - west) * squeeze * scale), Edge + ((north - p.Lat) * scale));

        var most = Math.Max(1, areas.Max(a => a.Value));
        var svg = new Svg(Width, height, "map-chart", label, links: true);
        foreach (var area in areas)
        {
            var rings = area.Rings.Select(r => r.Select(At).ToList()).Where(r => r.Count > 2).ToList();
            if (rings.Count == 0)
            {
                continue;
            }
            var (x, y) = Middle(rings.MaxBy(r => Math.Abs(Surface(r)))!);
            svg.Linked(area.Href, $"{area.Label} {area.Sign?.Told ?? ChartFrame.Number(area.Value)}", s => Mark(
                s.Raw($"""<path class="map-area map-{area.Sign?.Colour ?? Svg.N(StepOf(area.Value, most))}" d="{PathOf(rings)}"/>"""), area.Sign, x, y)
                .Text(x, y, area.Label, "map-name", "middle")
                .Text(x, y + 15, area.Sign?.Text ?? ChartFrame.Number(area.Value), "map-number", "middle"));
        }
        return new HtmlString(svg.Close());
    }

    /// <summary>0 for nothing, else 1 to 5 in equal parts of the largest.</summary>
    public static int StepOf(long value, long most) => value <= 0 ? 0 : (int)Math.Min(Steps, 1 + ((value - 1) * Steps / most));

    // Above the label, sixteen units wide.
    private static Svg Mark(Svg svg, AreaSign? sign, double x, double y) => sign is null or { Colour: "none" } ? svg
        : svg.Raw($"""<g class="map-sign-{sign.Colour}" transform="translate({Svg.N(x - 8)} {Svg.N(y - 30)}) scale(1.6)">{LightPart.Outline(sign.Colour)}</g>""");

    private static string PathOf(IEnumerable<List<(double X, double Y)>> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            foreach (var ((x, y), i) in ring.Select((p, i) => (p, i)))
            {
                path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{Svg.N(x)} {Svg.N(y)}");
            }
            path.Append('Z');
        }
        return path.ToString();
    }

    private static double Surface(List<(double X, double Y)> ring)
    {
        var sum = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            sum += (a.X * b.Y) - (b.X * a.Y);
        }
        return sum / 2;
    }

    // The centre of the surface, not of the corners: many corners on one side would pull the label there.
    private static (double X, double Y) Middle(List<(double X, double Y)> ring)
    {
        var surface = Surface(ring);
        if (Math.Abs(surface) < 1e-6)
        {
            return (ring.Average(p => p.X), ring.Average(p => p.Y));
        }
        var (x, y) = (0.0, 0.0);
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var part = (a.X * b.Y) - (b.X * a.Y);
            (x, y) = (x + ((a.X + b.X) * part), y + ((a.Y + b.Y) * part));
        }
        return (x / (6 * surface), y / (6 * surface));
    }
}
