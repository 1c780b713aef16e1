using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ShowPublic;

/// <summary>A bulletin as the public reads it; with the one that corrects it, where there is one.</summary>
[Open]
internal sealed class PublicBulletinPage(ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    public Bulletin Bulletin { get; private set; } = null!;
    public IHtmlContent Paper { get; private set; } = HtmlString.Empty;
    public IReadOnlyList<Bulletin> CorrectedBy { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await db.Set<Bulletin>().SingleOrDefaultAsync(b => b.Id == id && b.PublishedOn != null, cancel) is not { } bulletin)
        {
            return NotFound();
        }
        Bulletin = bulletin;
        var computed = Computed.Read(bulletin.Figures);
        Paper = new HtmlString(texts.Show(BulletinPaper.Of(bulletin, computed, offices.Current).Match(paper => PaperHtml.Write(paper, computed, texts, f => f.PublicHref), _ => "")));
        CorrectedBy = await db.Set<Bulletin>().Where(b => b.CorrectsId == id && b.PublishedOn != null).OrderBy(b => b.Id).ToListAsync(cancel);
        return Page();
    }
}
