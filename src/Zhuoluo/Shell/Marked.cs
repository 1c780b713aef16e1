using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Zhuoluo.Language;

namespace Zhuoluo.Shell;

/// <summary>A text with the words that were looked for marked in it. Whatever stands in the text is encoded; the only elements are ours.</summary>
internal static class Marked
{
    // Chinese as it is, not as numbers.
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The whole text, shown in the reader's language.</summary>
    public static IHtmlContent Whole(Texts texts, string text, SearchQuery? query) =>
        Draw(texts, text, new Stretch(0, text.Length), query is null ? [] : SearchMarks.Find(text, query));

    /// <summary>About <paramref name="length"/> characters around the first hit; null when the text holds none.</summary>
    public static IHtmlContent? Around(Texts texts, string? text, SearchQuery query, int length)
    {
        if (string.IsNullOrEmpty(text) || SearchMarks.Find(text, query) is not { Count: > 0 } marks)
        {
            return null;
        }
        return Draw(texts, text, SearchMarks.Around(text, marks, length), marks);
    }

    private static HtmlString Draw(Texts texts, string text, Stretch shown, IReadOnlyList<Stretch> marks)
    {
        var html = new StringBuilder(shown.Start > 0 ? "…" : "");
        var at = shown.Start;
        foreach (var mark in marks.Where(m => m.End > shown.Start && m.Start < shown.End))
        {
            var (from, to) = (Math.Max(mark.Start, shown.Start), Math.Min(mark.End, shown.End));
            html.Append(Encoded(texts, text[at..from])).Append("<mark>").Append(Encoded(texts, text[from..to])).Append("</mark>");
            at = to;
        }
        html.Append(Encoded(texts, text[at..shown.End])).Append(shown.End < text.Length ? "…" : "");
        return new HtmlString(html.ToString());
    }

    private static string Encoded(Texts texts, string part) => _encoder.Encode(texts.Show(part));
}
