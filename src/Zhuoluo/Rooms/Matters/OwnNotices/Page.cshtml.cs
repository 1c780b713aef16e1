using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.OwnNotices;

/// <summary>What one's units should look at, the new ones marked; reading marks nothing by itself.</summary>
[Needs(Capability.SignMatter, Capability.AcceptMatter, Capability.SuperviseMatters)]
internal sealed class NoticesPage(ChooseNoticesHandler handler, ZhuoluoContext db, Offices offices) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<NoticeShown> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = HttpContext.Actor();
        var choice = await db.Set<NoticeChoice>().SingleOrDefaultAsync(c => c.PersonId == who.PersonId, cancel);
        var lines = await Notices.ForAsync(db, who, offices.Current, Most, cancel);
        var alarms = await AlarmNotices.ForAsync(db, who, offices.Current, Most, cancel);
        Lines = [.. lines.Select(l => new NoticeShown(l.Id, l.Kind, l.At, l.Title, "/matters/" + l.Number))
            .Concat(alarms.Select(a => new NoticeShown(a.Id, a.Kind, a.At, a.Number, a.Address)))
            .Where(l => choice?.WayOf(l.Kind) != NoticeWay.None).OrderByDescending(l => l.Id).Take(Most).Select(l => l with { IsNew = l.Id > (choice?.ReadTo ?? 0) })];
    }

    public async Task<IActionResult> OnPostAsync(long upTo, CancellationToken cancel) =>
        (await handler.ReadAsync(upTo, HttpContext.Act(), cancel)).IsRefused(out var refusal, out _) ? this.Refuse(refusal) : LocalRedirect("/notices");
}

/// <param name="Id">Grows with time.</param>
/// <param name="Kind">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Title">Of the matter, or its number; null where it is about none.</param>
/// <param name="Address">Where to look.</param>
internal sealed record NoticeShown(long Id, NoticeKind Kind, DateTimeOffset At, string? Title, string Address)
{
    public bool IsNew { get; init; }
}
