using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation.Passkeys;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>After the password: the second factor.</summary>
[Open]
internal sealed class SecondPage(SecondStepHandler handler, HalfSession half, PasskeyTalk talk, PasskeyHandlers passkeys, ZhuoluoContext db) : PageModel
{
    [BindProperty]
    public SecondFactorPage.CodeForm Form { get; set; } = new();

    [BindProperty]
    public PasskeyAnswer Passkey { get; set; } = new();

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    public bool IsBegun => half.Read(HttpContext) is not null;

    /// <summary>Whoever is half signed in and has a passkey.</summary>
    public Task<Person?> HolderAsync() => PasskeyHandlers.HolderAsync(db, half.Read(HttpContext)?.Session.PersonId ?? 0, HttpContext.RequestAborted);

    public void OnGet()
    {
        // The page says itself when there is no first half.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (half.Read(HttpContext) is not { } first)
        {
            return LocalRedirect(Doors.SignIn);
        }
        var command = new SecondStep(first.Session.PersonId, first.Session.Stamp, Form.Code ?? "", first.Way, IsAgain: false);
        return (await handler.HandleAsync(command, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var done)
            ? this.Refuse(refusal)
            : await BeginAsync(done.Session, done.Way);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        if (half.Read(HttpContext) is not { } first)
        {
            return LocalRedirect(Doors.SignIn);
        }
        if (await talk.HearAsync(HttpContext, Passkey, first.Session.PersonId) is not { } heard)
        {
            return this.Refuse(new PasskeyRefused());
        }
        return (await passkeys.EnterAsync(heard.Person, heard.Passkey, isAgain: false, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var session)
            ? this.Refuse(refusal)
            : await BeginAsync(session, SignInWay.Passkey);
    }

    private async Task<IActionResult> BeginAsync(Session session, SignInWay way)
    {
        HalfSession.End(HttpContext);
        await Sessions.BeginAsync(HttpContext, session, way);
        return LocalRedirect(Url.Back(Return));
    }
}
