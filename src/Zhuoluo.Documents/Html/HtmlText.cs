using System.Globalization;
using System.Net;
using System.Text;

namespace Zhuoluo.Documents.Html;

/// <summary>
/// The document as one &lt;article&gt; of plain, semantic HTML without style or script: headings one level below a page's own, figures as
/// &lt;data&gt; with the name of their count, or as links where <c>link</c> gives an address for it; charts as <c>draw</c> draws them, or else as tables.
/// </summary>
public static class HtmlText
{
    private const int FirstLevel = 3;

    public static string Write(OfficialDocument document, Func<string, string?>? link = null, Func<Chart, string>? draw = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var html = new StringBuilder("<article class=\"official\">\n<header>\n");
        Line(html, "p", document.Mark, "official-mark");
        Line(html, "p", document.Number?.ToString() ?? document.NumberOpen, "official-number");
        Line(html, "p", document.IsIssued ? null : document.DraftMark, "official-draft");
        Line(html, "h2", document.Title);
        html.Append("</header>\n");
        Line(html, "p", document.Addressee is { } to ? to + "：" : null, "official-to");
        Blocks(html, document.Text, link, draw);
        if (document.Attachments.Count > 0)
        {
            html.Append("<p class=\"official-attached\">附件：</p>\n<ol>\n");
            foreach (var attachment in document.Attachments)
            {
                Line(html, "li", attachment.Title);
            }
            html.Append("</ol>\n");
        }
        html.Append("<footer>\n");
        Line(html, "p", document.Signature, "official-signed");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"official-signed\"><time datetime=\"{document.Day:yyyy-MM-dd}\">{DayText.Of(document.Day)}</time></p>\n");
        Line(html, "p", document.Note is { } note ? $"（{note}）" : null);
        Line(html, "p", document.CopiesTo.Count > 0 ? "抄送：" + string.Join("，", document.CopiesTo) + "。" : null, "official-copies");
        html.Append("</footer>\n");
        for (var i = 0; i < document.Attachments.Count; i++)
        {
            html.Append("<section>\n");
            Line(html, "p", document.Attachments.Count == 1 ? "附件" : string.Create(CultureInfo.InvariantCulture, $"附件{i + 1}"), "official-attached");
            Line(html, "h2", document.Attachments[i].Title);
            Blocks(html, document.Attachments[i].Text, link, draw);
            html.Append("</section>\n");
        }
        return html.Append("</article>\n").ToString();
    }

    private static void Blocks(StringBuilder html, IReadOnlyList<Block> blocks, Func<string, string?>? link, Func<Chart, string>? draw)
    {
        var numbering = new Numbering();
        // A level that the text leaves out is left out of the outline too: a reader's list of headings has no holes.
        var levels = blocks.OfType<Heading>().Select(h => h.Level).Distinct().Order().ToList();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading heading:
                    Line(html, "h" + (levels.IndexOf(heading.Level) + FirstLevel).ToString(CultureInfo.InvariantCulture), numbering.Next(heading.Level) + heading.Text);
                    break;
                case Paragraph paragraph:
                    html.Append("<p>").AppendJoin("", paragraph.Spans.Select(s => Part(s, link))).Append("</p>\n");
                    break;
                case Labelled labelled:
                    html.Append("<p><strong>").Append(Encode(labelled.Label)).Append("：</strong>").Append(Encode(labelled.Text)).Append("</p>\n");
                    break;
                case Table table:
                    TableRows(html, table);
                    break;
                case Chart chart:
                    html.Append("<figure class=\"official-chart\">\n").Append(draw?.Invoke(chart) ?? Drawn(chart))
                        .Append("<figcaption>").Append(numbering.NextChart()).AppendJoin("", chart.Caption.Select(s => Part(s, link))).Append("</figcaption>\n</figure>\n");
                    break;
            }
        }
    }

    private static string Part(Span span, Func<string, string?>? link)
    {
        if (span.Figure is not { } figure)
        {
            return Encode(span.Text);
        }
        var data = $"<data value=\"{Encode(figure)}\">{Encode(span.Text)}</data>";
        return link?.Invoke(figure) is { } address ? $"<a href=\"{Encode(address)}\">{data}</a>" : data;
    }

    private static void TableRows(StringBuilder html, Table table)
    {
        html.Append("<div class=\"table-wrap\"><table class=\"table\">\n");
        Line(html, "caption", table.Caption);
        html.Append("<thead><tr>").AppendJoin("", table.Columns.Select(c => $"<th scope=\"col\"{Side(c)}>{Encode(c.Head)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select((text, i) => $"<td{Side(table.Columns[i])}>{Encode(text)}</td>")).Append("</tr>\n");
        }
        html.Append("</tbody>\n</table></div>\n");
    }

    private static string Drawn(Chart chart)
    {
        var table = new StringBuilder();
        TableRows(table, new Table(null, [new Column(""), .. chart.Series.Select(s => new Column(s.Name, IsNumber: true))],
            [.. chart.Marks.Select((mark, i) => (IReadOnlyList<string>)[mark, .. chart.Series.Select(s => s.Values[i].ToString("#,0.###", CultureInfo.InvariantCulture))])]));
        return table.ToString();
    }

    private static string Side(Column column) => column.IsNumber ? " class=\"num\"" : "";

    private static void Line(StringBuilder html, string tag, string? text, string? kind = null)
    {
        if (!string.IsNullOrEmpty(text))
        {
            html.Append('<').Append(tag).Append(kind is null ? "" : $" class=\"{kind}\"").Append('>').Append(Encode(text)).Append("</").Append(tag).Append(">\n");
        }
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
