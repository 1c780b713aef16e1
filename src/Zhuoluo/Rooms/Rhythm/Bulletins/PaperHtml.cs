using Zhuoluo.Documents;
using Zhuoluo.Documents.Html;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Charts;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>A bulletin's paper on a page: its numbers open what they count, its charts are drawn.</summary>
internal static class PaperHtml
{
    public static string Write(OfficialDocument paper, Computed computed, Texts texts, Func<ComputedFigure, string?> opens)
    {
        var links = computed.Figures.ToDictionary(f => f.Key, opens);
        return HtmlText.Write(paper, key => links.GetValueOrDefault(key), chart => PaperChart.Draw(texts, chart));
    }
}
