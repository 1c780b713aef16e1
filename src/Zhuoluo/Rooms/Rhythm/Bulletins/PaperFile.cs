using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Documents.Docx;
using Zhuoluo.Documents.Html;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>A paper as a file, the same for the page and the command. A draft says on it that it is one.</summary>
internal static class PaperFile
{
    public static Outcome<byte[]> Docx(Bulletin bulletin, OfficesSnapshot offices) =>
        BulletinPaper.Of(bulletin, offices).IsRefused(out var refusal, out var paper) ? refusal : DocxFile.Write(paper);

    public static async Task<byte[]> XlsxAsync(ZhuoluoContext db, Bulletin bulletin, Texts texts, FigureSources sources, CancellationToken cancel)
    {
        var stated = await db.Set<StatedFigure>().AsNoTracking().Where(s => s.InId == bulletin.Id && s.InKind == "bulletin").ToDictionaryAsync(s => s.Id, cancel);
        var names = await FigureNames.ReadAsync(db, sources, stated.Values.SelectMany(s => s.Made.All), cancel);
        return FigureAnnex.Write(Computed.Read(bulletin.Figures), stated, texts, sources, names);
    }

    /// <summary>A page of its own without style or script, charts as tables.</summary>
    /// <param name="bulletin">The paper.</param>
    /// <param name="offices">Who issues it.</param>
    /// <param name="site">Public address of this site, before the links of the numbers; without it they are none.</param>
    public static Outcome<byte[]> Html(Bulletin bulletin, OfficesSnapshot offices, string? site)
    {
        var computed = Computed.Read(bulletin.Figures);
        if (BulletinPaper.Of(bulletin, computed, offices).IsRefused(out var refusal, out var paper))
        {
            return refusal;
        }
        var links = site is null ? [] : computed.Figures.ToDictionary(f => f.Key, f => (bulletin.PublishedOn is null ? f.Href : f.PublicHref) is { } href ? site.TrimEnd('/') + href : null);
        return Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(bulletin.Title)}</title></head>\n<body>\n{HtmlText.Write(paper, links.GetValueOrDefault)}</body>\n</html>\n");
    }
}
