using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation.Passkeys;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>The second factor once more, before a dangerous act. The session that goes on is a new one.</summary>
[Needs]
internal sealed class AgainPage(SecondStepHandler handler, PasskeyTalk talk, PasskeyHandlers passkeys, ZhuoluoContext db) : PageModel
{
    [BindProperty]
    public SecondFactorPage.CodeForm Form { get; set; } = new();

    [BindProperty]
    public PasskeyAnswer Passkey { get; set; } = new();

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    public Task<Person?> HolderAsync() => PasskeyHandlers.HolderAsync(db, HttpContext.Actor().PersonId ?? 0, HttpContext.RequestAborted);

    public IActionResult OnGet() => StepUp.IsNeeded(HttpContext) ? Page() : LocalRedirect(Url.Back(Return));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var me = HttpContext.Actor().PersonId!.Value;
        var stamp = await db.Set<Person>().Where(p => p.Id == me).Select(p => p.SecurityStamp).SingleAsync(cancel);
        var command = new SecondStep(me, stamp, Form.Code ?? "", SignInWay.Password, IsAgain: true);
        if ((await handler.HandleAsync(command, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var done))
        {
            return this.Refuse(refusal);
        }
        await Sessions.BeginAsync(HttpContext, done.Session, done.Way);
        return LocalRedirect(Url.Back(Return));
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        if (await talk.HearAsync(HttpContext, Passkey, HttpContext.Actor().PersonId!.Value) is not { } heard)
        {
            return this.Refuse(new PasskeyRefused());
        }
        if ((await passkeys.EnterAsync(heard.Person, heard.Passkey, isAgain: true, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var session))
        {
            return this.Refuse(refusal);
        }
        await Sessions.BeginAsync(HttpContext, session, SignInWay.Passkey);
        return LocalRedirect(Url.Back(Return));
    }
}
