using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.Account;

[Needs]
internal sealed class AccountPage(ChangePasswordHandler handler, SessionKeeper keeper, Offices offices, Texts texts) : PageModel
{
    [BindProperty]
    public PasswordForm Form { get; set; } = new();

    public IEnumerable<(string Role, string Unit)> Roles => HttpContext.Actor().Grants
        .Select(g => (g.Role.ToString(), offices.Current.Unit(g.UnitId ?? 0)?.Name ?? ""));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var act = HttpContext.Act();
        var outcome = await handler.HandleAsync(new ChangePassword(act.Who.PersonId!.Value, Form.Present!, Form.Wanted!), act, cancel);
        if (outcome.IsRefused(out var refusal, out var stamp))
        {
            return this.Refuse(refusal);
        }
        var session = await Sessions.BeginAsync(HttpContext, new Session(act.Who.PersonId.Value, stamp), SignInWay.Password);
        await keeper.EndAllAsync(act.Who.PersonId.Value, but: session, act, cancel);
        TempData.Say(texts["org.account.password-changed"]);
        return LocalRedirect(Doors.Account);
    }

    internal sealed class PasswordForm
    {
        [Display(Name = "org.account.present"), Required, StringLength(Passwords.LongestLength)]
        public string? Present { get; set; }

        [Display(Name = "org.account.wanted"), Required, StringLength(Passwords.LongestLength)]
        public string? Wanted { get; set; }

        [Display(Name = "org.account.again"), Required, Compare(nameof(Wanted))]
        public string? Again { get; set; }
    }
}
