using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Zhuoluo.Shell.Charts;

/// <summary>A chart twice, for wide and for narrow screens (CSS shows one), and its numbers as a table below.</summary>
internal static class ChartFrame
{
    public static IHtmlContent Draw(Texts texts, string wide, string narrow, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder("<div class=\"chart-frame\">").Append(wide).Append(narrow)
            .Append("<details class=\"chart-data\"><summary>").Append(Svg.E(texts["chart.table"])).Append("</summary><table class=\"table\"><thead><tr>");
        for (var i = 0; i < heads.Count; i++)
        {
            text.Append(i == 0 ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"num\">").Append(Svg.E(heads[i])).Append("</th>");
        }

        text.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            text.Append("<tr><th scope=\"row\">").Append(Svg.E(row[0])).Append("</th>");
            foreach (var cell in row.Skip(1))
            {
                text.Append("<td class=\"num\">").Append(Svg.E(cell)).Append("</td>");
            }

            text.Append("</tr>");
        }

        return new HtmlString(text.Append("</tbody></table></details></div>").ToString());
    }

    /// <summary>A page draws some hundred of them, nearly all whole: those take the short way.</summary>
    public static string Number(decimal value) =>
        (long)value is var whole && whole == value ? whole.ToString("N0", CultureInfo.InvariantCulture) : value.ToString("#,0.###", CultureInfo.InvariantCulture);
}
