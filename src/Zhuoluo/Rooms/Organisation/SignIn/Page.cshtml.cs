using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation.Passkeys;

namespace Zhuoluo.Rooms.Organisation.SignIn;

[Open]
internal sealed class SignInPage(SignInHandler handler, HalfSession half, PasskeyTalk talk, PasskeyHandlers passkeys) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>"failed" after a sign-in elsewhere that led to nobody here.</summary>
    [BindProperty(SupportsGet = true)]
    public string? External { get; set; }

    [BindProperty]
    public PasskeyAnswer Passkey { get; set; } = new();

    public IActionResult OnGet() => HttpContext.Actor().PersonId is null ? Page() : LocalRedirect(Next());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var outcome = await handler.HandleAsync(new SignIn(Form.LoginName!, Form.Password!), HttpContext.Act(), cancel);
        if (outcome.IsRefused(out var refusal, out var session))
        {
            return this.Refuse(refusal);
        }
        if (session.NeedsSecond)
        {
            half.Begin(HttpContext, session, SignInWay.Password);
            return LocalRedirect("/sign-in/second" + (Return is null ? "" : QueryString.Create("return", Next())));
        }
        await Sessions.BeginAsync(HttpContext, session, SignInWay.Password);
        return LocalRedirect(Next());
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await talk.HearAsync(HttpContext, Passkey, personId: 0) is not { } heard)
        {
            return this.Refuse(new PasskeyRefused());
        }
        if ((await passkeys.EnterAsync(heard.Person, heard.Passkey, isAgain: false, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var session))
        {
            return this.Refuse(refusal);
        }
        await Sessions.BeginAsync(HttpContext, session, SignInWay.Passkey);
        return LocalRedirect(Next());
    }

    private string Next() => Url.Back(Return);

    internal sealed class SignInForm
    {
        [Display(Name = "org.login-name"), Required, StringLength(40)]
        public string? LoginName { get; set; }

        [Display(Name = "org.password"), Required, StringLength(Passwords.LongestLength)]
        public string? Password { get; set; }
    }
}
