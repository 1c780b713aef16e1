using Microsoft.AspNetCore.Html;

namespace Zhuoluo.Shell.Charts;

/// <summary>Parts of a whole, the total in the middle, a legend with numbers beside (wide) or below (narrow).</summary>
internal static class SvgDonut
{
    private const double Radius = 70;
    private const double Thickness = 28;

    public static IHtmlContent Draw(Texts texts, string caption, IReadOnlyList<Mark> marks) => ChartFrame.Draw(
        texts,
        Picture(caption, marks, wide: (440, Math.Max(190, marks.Count * 26 + 20)), "chart-wide", texts),
        Picture(caption, marks, wide: null, "chart-narrow", texts),
        [texts["chart.item"], texts["chart.count"]],
        marks.Select(m => (IReadOnlyList<string>)[m.Label, ChartFrame.Number(m.Value)]));

    internal static string Picture(string caption, IReadOnlyList<Mark> marks, (double Width, double Height)? wide, string cssClass, Texts texts)
    {
        var (width, height) = wide ?? (340, 190 + marks.Count * 26);
        var (cx, cy) = wide is null ? (170, 90) : (100.0, height / 2);
        var (legendX, legendY) = wide is null ? (90, 196) : (210.0, height / 2 - marks.Count * 13 + 2);
        var total = marks.Sum(m => m.Value);
        var svg = new Svg(width, height, cssClass, caption, links: marks.Any(m => m.Href is not null));
        var around = 2 * Math.PI * Radius;
        var before = 0m;
        svg.Raw($"""<circle cx="{Svg.N(cx)}" cy="{Svg.N(cy)}" r="{Svg.N(Radius)}" fill="none" stroke-width="{Svg.N(Thickness)}" class="chart-track"/>""");
        for (var i = 0; i < marks.Count; i++)
        {
            var (mark, row) = (marks[i], i);
            var tone = mark.Tone ?? "part-" + (i % 6 + 1);
            var (length, start) = total == 0 ? (0, 0) : (around * (double)(mark.Value / total), around * (double)(before / total));
            before += mark.Value;
            svg.Linked(mark.Href, texts["chart.mark", mark.Label, ChartFrame.Number(mark.Value)], s => s
                .Raw($"""<circle cx="{Svg.N(cx)}" cy="{Svg.N(cy)}" r="{Svg.N(Radius)}" fill="none" stroke-width="{Svg.N(Thickness)}" stroke-dasharray="{Svg.N(length)} {Svg.N(around)}" stroke-dashoffset="{Svg.N(-start)}" transform="rotate(-90 {Svg.N(cx)} {Svg.N(cy)})" class="stroke-{tone}"/>""")
                .Raw($"""<rect x="{Svg.N(legendX)}" y="{Svg.N(legendY + row * 26)}" width="12" height="12" rx="2" class="fill-{tone}"/>""")
                .Text(legendX + 20, legendY + row * 26 + 10.5, mark.Label, "chart-label")
                .Text(legendX + 30 + Svg.WidthOf(mark.Label), legendY + row * 26 + 10.5, ChartFrame.Number(mark.Value), "chart-number"));
        }

        return svg.Text(cx, cy + 2, ChartFrame.Number(total), "chart-total", "middle")
            .Text(cx, cy + 20, texts["chart.total"], "chart-label", "middle").Close();
    }
}
