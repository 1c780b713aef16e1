using Microsoft.AspNetCore.Html;

namespace Zhuoluo.Shell.Charts;

/// <summary>Lying bars with their numbers; each opens its records.</summary>
internal static class SvgBar
{
    private const double RowHeight = 26;
    private const double BarHeight = 16;

    public static IHtmlContent Draw(Texts texts, string caption, IReadOnlyList<Mark> marks) => ChartFrame.Draw(
        texts,
        Picture(caption, marks, 440, "chart-wide", texts),
        Picture(caption, marks, 340, "chart-narrow", texts),
        [texts["chart.item"], texts["chart.count"]],
        marks.Select(m => (IReadOnlyList<string>)[m.Label, ChartFrame.Number(m.Value)]));

    internal static string Picture(string caption, IReadOnlyList<Mark> marks, double width, string cssClass, Texts texts)
    {
        var most = Math.Max(1, marks.Select(m => m.Value).DefaultIfEmpty().Max());
        var left = Math.Min(width * 0.36, marks.Select(m => Svg.WidthOf(m.Label)).DefaultIfEmpty().Max() + 10);
        var right = Svg.WidthOf(ChartFrame.Number(most)) + 10;
        var svg = new Svg(width, marks.Count * RowHeight + 4, cssClass, caption, links: marks.Any(m => m.Href is not null));
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = marks[i];
            var y = i * RowHeight + 4;
            var length = (width - left - right) * (double)(mark.Value / most);
            svg.Linked(mark.Href, texts["chart.mark", mark.Label, ChartFrame.Number(mark.Value)], s => s
                .Text(left - 8, y + 12.5, Shorten(mark.Label, left - 8), "chart-label", "end")
                .Raw($"""<rect x="{Svg.N(left)}" y="{Svg.N(y)}" width="{Svg.N(Math.Max(length, 1))}" height="{Svg.N(BarHeight)}" rx="2" class="fill-{mark.Tone ?? "main"}"/>""")
                .Text(left + length + 6, y + 12.5, ChartFrame.Number(mark.Value), "chart-number"));
        }

        return svg.Close();
    }

    private static string Shorten(string label, double room)
    {
        var kept = label.Length;
        while (kept > 1 && Svg.WidthOf(label[..kept]) > room)
        {
            kept--;
        }

        return kept == label.Length ? label : label[..Math.Max(1, kept - 1)] + "…";
    }
}
