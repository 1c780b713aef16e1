using Microsoft.AspNetCore.Html;
using Zhuoluo.Documents;

namespace Zhuoluo.Shell.Charts;

/// <summary>A chart of a document as pages draw charts; bars of more than one series stand below each other, each with its name.</summary>
internal static class PaperChart
{
    public static string Draw(Texts texts, Chart chart) => chart.Kind == ChartKind.Lines
        ? Written(SvgLine.Draw(texts, chart.CaptionText, chart.Marks, [.. chart.Series.Select(s => new Series(s.Name, s.Values))]))
        : string.Concat(chart.Series.Select(s => (chart.Series.Count > 1 ? $"<p class=\"chart-name\">{Svg.E(s.Name)}</p>" : "")
            + Written(SvgBar.Draw(texts, s.Name, [.. chart.Marks.Select((mark, i) => new Mark(mark, s.Values[i]))]))));

    private static string Written(IHtmlContent drawn) => drawn.ToString()!;
}
