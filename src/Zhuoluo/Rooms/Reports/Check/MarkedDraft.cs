using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Zhuoluo.Language.Checks;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Reports.Check;

/// <summary>
/// The draft as it was given with its numbers marked: what is to be looked at by colour and by a word behind it, other claims by a line below.
/// Each leads to its row in the table. Whatever stands in the text is encoded; the only elements are ours.
/// </summary>
internal static class MarkedDraft
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent Draw(CheckedText text, string given, Texts texts)
    {
        StringBuilder html = new();
        var at = 0;
        for (var i = 0; i < text.Quantities.Count; i++)
        {
            var told = text.Quantities[i];
            var (start, end) = (told.Quantity.Start, told.Quantity.End);
            if (start < at || !IsShown(told, i))
            {
                continue;
            }
            html.Append(_encoder.Encode(given[at..start]));
            Mark(html, told, i, texts);
            at = end;
        }
        return new HtmlString(html.Append(_encoder.Encode(given[at..])).ToString());
    }

    /// <summary>Claims, and whatever else has something to be said of it.</summary>
    public static bool IsShown(CheckedQuantity told, int index) => told.Quantity.IsClaim || CheckWords.IsMarked(told, index);

    private static void Mark(StringBuilder html, CheckedQuantity told, int index, Texts texts)
    {
        var tone = CheckWords.Tone(told.Verdict);
        var word = tone is "bad" or "wait" or "good" ? CheckWords.Of(told.Verdict, texts) : CheckWords.IsMarked(told, index) ? texts["reports.remark"] : null;
        html.Append(CultureInfo.InvariantCulture, $"<a class=\"quantity quantity-{(word is not null && tone == "plain" ? "wait" : tone)}\" id=\"t{index}\" href=\"#q{index}\">")
            .Append(_encoder.Encode(told.Quantity.Raw));
        if (word is not null)
        {
            html.Append("<span class=\"quantity-word\">").Append(_encoder.Encode(word)).Append("</span>");
        }
        html.Append("</a>");
    }
}
