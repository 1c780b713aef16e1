using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.Tokens;

/// <summary>One's own tokens: made, shown once, revoked.</summary>
[Needs, NeedsFresh]
internal sealed class TokensPage(MakeTokenHandler make, RevokeTokenHandler revoke, ZhuoluoContext db, Texts texts) : PageModel
{
    [BindProperty]
    public TokenForm Form { get; set; } = new();

    public IReadOnlyList<AccessToken> Tokens { get; private set; } = [];
    public TokenShown? Shown { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Form = TokenForm.From(HttpContext.Today());
        await LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var act = HttpContext.Act();
        var outcome = await make.HandleAsync(new MakeToken(act.Who.PersonId!.Value, Form.Name!, Form.Scopes, Form.ExpiresOn!.Value), act, cancel);
        if (outcome.IsRefused(out var refusal, out var shown))
        {
            return this.Refuse(refusal);
        }
        // The secret is in this answer only; a redirect would have to carry it somewhere.
        ModelState.Clear();
        await OnGetAsync(cancel);
        Shown = shown;
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(long token, CancellationToken cancel)
    {
        return this.Settle(await revoke.HandleAsync(new RevokeToken(token), HttpContext.Act(), cancel), texts["token.revoked-now"], "/account/tokens");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var me = HttpContext.Actor().PersonId;
        Tokens = await db.Set<AccessToken>().Where(t => t.PersonId == me).OrderByDescending(t => t.Id).Take(100).ToListAsync(cancel);
    }
}
