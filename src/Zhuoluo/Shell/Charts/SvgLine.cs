using Microsoft.AspNetCore.Html;

namespace Zhuoluo.Shell.Charts;

/// <summary>Up to four lines over the same labels, from zero. Lines differ in dash as well as in colour.</summary>
internal static class SvgLine
{
    private const int GridLines = 4;

    public static IHtmlContent Draw(Texts texts, string caption, IReadOnlyList<string> labels, IReadOnlyList<Series> series) => ChartFrame.Draw(
        texts,
        Picture(caption, labels, series, 440, 240, "chart-wide", texts),
        Picture(caption, labels, series, 340, 220, "chart-narrow", texts),
        [texts["chart.item"], .. series.Select(s => s.Name)],
        labels.Select((label, i) => (IReadOnlyList<string>)[label, .. series.Select(s => ChartFrame.Number(s.Values[i]))]));

    internal static string Picture(string caption, IReadOnlyList<string> labels, IReadOnlyList<Series> series, double width, double height, string cssClass, Texts texts)
    {
        var most = series.SelectMany(s => s.Values).DefaultIfEmpty().Max();
        var top = Scale.Top(most, GridLines);
        var left = Svg.WidthOf(ChartFrame.Number(top)) + 10;
        var (ceiling, floor) = (34.0, height - 26);
        var reach = width - left - 14;
        double X(int i) => left + (labels.Count < 2 ? reach / 2 : reach * i / (labels.Count - 1));
        double Y(decimal value) => floor - (floor - ceiling) * (double)(value / top);

        var svg = new Svg(width, height, cssClass, caption, links: false);
        Legend(svg, series, left);
        for (long line = 0; line <= top; line += Scale.Step(most, GridLines))
        {
            svg.Line(left, Y(line), width - 14, Y(line), "chart-grid").Text(left - 6, Y(line) + 4, ChartFrame.Number(line), "chart-label", "end");
        }

        var every = Math.Max(1, (int)Math.Ceiling(labels.Count * (labels.Select(Svg.WidthOf).DefaultIfEmpty().Max() + 8) / reach));
        for (var i = 0; i < labels.Count; i += every)
        {
            svg.Text(X(i), height - 6, labels[i], "chart-label", i == 0 && Svg.WidthOf(labels[0]) / 2 > left ? "start" : i == labels.Count - 1 ? "end" : "middle");
        }

        // Dots that would touch shrink, or they hide the dash that tells one line from another.
        var dot = Svg.N(reach / Math.Max(1, labels.Count) < 10 ? 1.2 : 3.5);
        for (var s = 0; s < series.Count; s++)
        {
            var points = string.Join(' ', series[s].Values.Select((v, i) => $"{Svg.N(X(i))},{Svg.N(Y(v))}"));
            svg.Raw($"""<polyline points="{points}" class="chart-line line-{s + 1}{Tone(series[s])}"/>""");
            for (var i = 0; i < series[s].Values.Count; i++)
            {
                var (x, y) = (X(i), Y(series[s].Values[i]));
                svg.Linked(null, texts["chart.mark-in", series[s].Name, labels[i], ChartFrame.Number(series[s].Values[i])],
                    g => g.Raw($"""<circle cx="{Svg.N(x)}" cy="{Svg.N(y)}" r="{dot}" class="dot-{s + 1}{Tone(series[s])}"/>"""));
            }
        }

        return svg.Close();
    }

    private static void Legend(Svg svg, IReadOnlyList<Series> series, double x)
    {
        for (var s = 0; s < series.Count; s++)
        {
            svg.Raw($"""<polyline points="{Svg.N(x)},12 {Svg.N(x + 20)},12" class="chart-line line-{s + 1}{Tone(series[s])}"/>""")
                .Text(x + 26, 16, series[s].Name, "chart-label");
            x += 46 + Svg.WidthOf(series[s].Name);
        }
    }

    // The dash still tells one line from another.
    private static string Tone(Series series) => series.Tone is { } tone ? $" tone-{tone}" : "";
}
