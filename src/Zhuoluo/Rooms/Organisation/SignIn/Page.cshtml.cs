using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SignIn;

[Open]
internal sealed class SignInPage(SignInHandler handler) : PageModel
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
        await Sessions.BeginAsync(HttpContext, session);
        return LocalRedirect(Next());
    }

    // Only back into this site: an address of another site would let a stranger's link lead people away after they signed in.
    private string Next() => Return is { } back && Url.IsLocalUrl(back) ? back : Doors.StaffHome;

    internal sealed class SignInForm
    {
        [Display(Name = "org.login-name"), Required, StringLength(40)]
        public string? LoginName { get; set; }

        [Display(Name = "org.password"), Required, StringLength(Passwords.LongestLength)]
        public string? Password { get; set; }
    }
}
