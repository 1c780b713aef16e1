using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Windows.Say;

/// <summary>What opens when somebody scans the code of a window: three questions, no account. Whether anything was said there before is not told.</summary>
[Open]
internal sealed class SayPage(SayAtWindowHandler handler, ZhuoluoContext db, Vault vault, Offices offices, TrackCookie cookie, Texts texts) : PageModel
{
    [BindProperty]
    public SayForm Form { get; set; } = new();

    [BindProperty]
    public string? OnceKey { get; set; }

    public Unit? Window { get; private set; }

    /// <summary>A newer code hangs there, or did: the paper that was scanned is old.</summary>
    public bool IsRetired { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        await FindAsync(token, cancel);
        Response.StatusCode = Window is null ? StatusCodes.Status404NotFound : IsRetired ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        await FindAsync(token, cancel);
        if (Window is null || IsRetired)
        {
            return await OnGetAsync(token, cancel);
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        // Whoever sends it, somebody of the staff too, speaks here as a resident.
        var act = HttpContext.Act() with { Who = Actor.Public };
        if ((await handler.HandleAsync(Form.Command(token, OnceKey), act, cancel)).IsRefused(out var refusal, out var receipt))
        {
            ModelState.AddModelError(refusal.Field is not { } field ? "" : field == "Contact.Email" ? "Form.Tell.Email" : "Form." + field.Split('.')[^1], texts.Of(refusal));
            Response.StatusCode = Refusing.StatusOf(refusal);
            return Page();
        }
        cookie.Keep(HttpContext, receipt.Number, receipt.Code);
        return Redirect("/receipt/" + receipt.Number);
    }

    public IEnumerable<SelectListItem> Tones() => Enum.GetValues<Tone>().Select(t => new SelectListItem(texts["safe.tone." + t], t.ToString()));

    private async Task FindAsync(string token, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        var print = WindowTokens.PrintOf(vault, token.Length > 64 ? "" : token);
        var code = await db.Set<WindowCode>().SingleOrDefaultAsync(c => c.Print == print, cancel);
        Window = code is null ? null : offices.Current.Unit(code.UnitId);
        IsRetired = code?.RetiredAt is not null || (Window is { } window && !window.IsValidOn(LocalDay.Of(HttpContext.Act().At)));
    }
}
