using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.FirstRun;

[Open]
internal sealed class FirstRunPage(MakeFirstAdministratorHandler handler, FirstRunCodes codes, Texts texts) : PageModel
{
    [BindProperty]
    public FirstRunForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await codes.IsOverAsync(cancel) ? LocalRedirect(Doors.SignIn) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var county = new SetUpCounty(Form.CountyCode!.Trim(), Form.CountyName!);
        var outcome = await handler.HandleAsync(
            new MakeFirstAdministrator(Form.Code!, county, Form.Name!, Form.LoginName!, Form.Password!), HttpContext.Act(), cancel);
        if (outcome.IsRefused(out var refusal, out var session))
        {
            return this.Refuse(refusal);
        }
        await Sessions.BeginAsync(HttpContext, session, SignInWay.FirstRun);
        TempData.Say(texts["org.first-run.done"]);
        return LocalRedirect("/organisation/units");
    }

    internal sealed class FirstRunForm
    {
        [Display(Name = "org.first-run.code"), Required, StringLength(40)]
        public string? Code { get; set; }

        [Display(Name = "org.first-run.county-code"), Required, RegularExpression("^[0-9]{6}$")]
        public string? CountyCode { get; set; }

        [Display(Name = "org.first-run.county-name"), Required, StringLength(40)]
        public string? CountyName { get; set; }

        [Display(Name = "org.name"), Required, StringLength(40)]
        public string? Name { get; set; }

        [Display(Name = "org.login-name"), Required, StringLength(40)]
        public string? LoginName { get; set; }

        [Display(Name = "org.password"), Required, StringLength(Passwords.LongestLength)]
        public string? Password { get; set; }

        [Display(Name = "org.account.again"), Required, Compare(nameof(Password))]
        public string? Again { get; set; }
    }
}
