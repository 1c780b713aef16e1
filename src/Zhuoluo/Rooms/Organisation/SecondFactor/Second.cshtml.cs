using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>After the password: the second factor.</summary>
[Open]
internal sealed class SecondPage(SecondStepHandler handler, HalfSession half) : PageModel
{
    [BindProperty]
    public SecondFactorPage.CodeForm Form { get; set; } = new();

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    public IActionResult OnGet() => half.Read(HttpContext) is null ? LocalRedirect(Doors.SignIn) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (half.Read(HttpContext) is not { } first)
        {
            return LocalRedirect(Doors.SignIn);
        }
        var command = new SecondStep(first.Session.PersonId, first.Session.Stamp, Form.Code ?? "", first.Way, IsAgain: false);
        if ((await handler.HandleAsync(command, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var done))
        {
            return this.Refuse(refusal);
        }
        HalfSession.End(HttpContext);
        await Sessions.BeginAsync(HttpContext, done.Session, done.Way);
        return LocalRedirect(Url.Back(Return));
    }
}
