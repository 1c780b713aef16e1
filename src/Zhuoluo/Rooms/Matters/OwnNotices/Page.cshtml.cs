using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.OwnNotices;

/// <summary>What one's units should look at, the new ones marked; reading marks nothing by itself.</summary>
[Needs(Capability.SignMatter, Capability.AcceptMatter)]
internal sealed class NoticesPage(ChooseNoticesHandler handler, ZhuoluoContext db, Offices offices) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<(NoticeLine Line, bool IsNew)> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = HttpContext.Actor();
        var choice = await db.Set<NoticeChoice>().SingleOrDefaultAsync(c => c.PersonId == who.PersonId, cancel);
        var lines = await Notices.ForAsync(db, who, offices.Current, Most, cancel);
        Lines = [.. lines.Where(l => choice?.WayOf(l.Kind) != NoticeWay.None).Select(l => (l, l.Id > (choice?.ReadTo ?? 0)))];
    }

    public async Task<IActionResult> OnPostAsync(long upTo, CancellationToken cancel) =>
        (await handler.ReadAsync(upTo, HttpContext.Act(), cancel)).IsRefused(out var refusal, out _) ? this.Refuse(refusal) : LocalRedirect("/notices");
}
