using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>
/// Behind the link at the foot of every message. Looking stops nothing, because mail programs open links by themselves; a post does, also
/// one that a mail program sends for its reader (RFC 8058), which carries no token against forgery: the secret of the link stands for it.
/// </summary>
[Open]
[IgnoreAntiforgeryToken]
internal sealed class StopPage(StopTellingHandler handler, ZhuoluoContext db, Vault vault) : PageModel
{
    public string Number { get; private set; } = "";
    public string Token { get; private set; } = "";
    public RequesterWay? Way { get; private set; }

    public async Task<IActionResult> OnGetAsync(string number, [FromQuery(Name = "t")] string? token, CancellationToken cancel)
    {
        (Number, Token) = (number, token ?? "");
        Response.Headers.CacheControl = "no-cache, no-store";
        var matter = await db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Number == number, cancel);
        Way = StopTokens.Is(vault, matter?.Id ?? 0, token) && matter is not null
            ? await db.Set<RequesterWay>().AsNoTracking().SingleOrDefaultAsync(w => w.MatterId == matter.Id, cancel) : null;
        Response.StatusCode = Way is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string number, [FromQuery(Name = "t")] string? token, CancellationToken cancel) => TurnAsync(new StopTelling(number, token, IsStop: true), cancel);

    public Task<IActionResult> OnPostAgainAsync(string number, [FromQuery(Name = "t")] string? token, CancellationToken cancel) => TurnAsync(new StopTelling(number, token, IsStop: false), cancel);

    private async Task<IActionResult> TurnAsync(StopTelling command, CancellationToken cancel)
    {
        await handler.HandleAsync(command, HttpContext.Act() with { Who = Foundation.Actor.Public }, cancel);
        return await OnGetAsync(command.Number, command.Token, cancel);
    }
}
