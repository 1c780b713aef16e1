using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>The second factor once more, before a dangerous act. The session that goes on is a new one.</summary>
[Needs]
internal sealed class AgainPage(SecondStepHandler handler, ZhuoluoContext db) : PageModel
{
    [BindProperty]
    public SecondFactorPage.CodeForm Form { get; set; } = new();

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

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
}
