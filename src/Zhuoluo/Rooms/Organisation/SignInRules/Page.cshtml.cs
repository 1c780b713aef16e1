using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SignInRules;

/// <summary>Who needs a second factor, and whether passwords grow old.</summary>
[Needs(Capability.ManagePeople), NeedsFresh]
internal sealed class SignInRulesPage(ChangeRulesHandler handler, ZhuoluoContext db, Texts texts) : PageModel
{
    [BindProperty]
    public RulesForm Form { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rule = await db.Set<SignInRule>().SingleAsync(cancel);
        Form = new RulesForm { Roles = [.. Permissions.Roles.Where(rule.Asks).Select(r => r.ToString())], PasswordDays = rule.PasswordDays };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var roles = Form.Roles.Select(r => Enum.TryParse<Role>(r, out var role) ? role : Role.System).ToList();
        return this.Settle(await handler.HandleAsync(new ChangeRules(roles, Form.PasswordDays), HttpContext.Act(), cancel), texts["org.saved"], "/organisation/sign-in-rules");
    }

    internal sealed class RulesForm
    {
        [Display(Name = "rules.roles")]
        public List<string> Roles { get; set; } = [];

        [Display(Name = "rules.password-days")]
        public int? PasswordDays { get; set; }
    }
}
