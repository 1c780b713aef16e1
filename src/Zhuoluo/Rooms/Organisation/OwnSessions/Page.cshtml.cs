using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Rooms.Organisation.SignInLog;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.OwnSessions;

/// <summary>Where one is signed in, and what happened to the own account.</summary>
[Needs]
internal sealed class OwnSessionsPage(SessionKeeper keeper, ZhuoluoContext db, Texts texts) : PageModel
{
    private const int MostLines = 20;

    public IReadOnlyList<StaffSession> Live { get; private set; } = [];
    public IReadOnlyList<SignInLine> Lines { get; private set; } = [];
    public long Now => HttpContext.Features.Get<SessionNow>()?.Id ?? 0;

    private long Me => HttpContext.Actor().PersonId!.Value;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var since = HttpContext.Act().At - SessionBook.Longest;
        Live = await db.Set<StaffSession>().Where(s => s.PersonId == Me && s.EndedAt == null && s.MadeAt > since).OrderByDescending(s => s.Id).ToListAsync(cancel);
        Lines = await SignInLine.ReadAsync(db, Me, 0, MostLines, cancel);
    }

    public async Task<IActionResult> OnPostEndAsync(long session, CancellationToken cancel)
    {
        await keeper.EndOneAsync(Me, session, HttpContext.Act(), cancel);
        return Back();
    }

    public async Task<IActionResult> OnPostAllAsync(CancellationToken cancel)
    {
        await keeper.EndAllAsync(Me, but: Now, HttpContext.Act(), cancel);
        return Back();
    }

    private LocalRedirectResult Back()
    {
        TempData.Say(texts["session.ended"]);
        return LocalRedirect("/account/sessions");
    }
}
