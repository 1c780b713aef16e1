using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Zhuoluo.Rooms.Organisation.SignIn;

[Open]
internal sealed class SignInPage(SignInHandler handler, HalfSession half) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

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

    private string Next() => Url.Back(Return);

    internal sealed class SignInForm
    {
        [Display(Name = "org.login-name"), Required, StringLength(40)]
        public string? LoginName { get; set; }

        [Display(Name = "org.password"), Required, StringLength(Passwords.LongestLength)]
        public string? Password { get; set; }
    }
}
