using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SignOut;

[Open]
internal sealed class SignOutPage(Texts texts) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await Sessions.EndAsync(HttpContext);
        // Drafts, what waits to be sent and the kept form belong to the one who leaves; the page has asked before (wwwroot/outbox.js).
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        TempData.Say(texts["org.signed-out"]);
        return LocalRedirect(Doors.SignIn);
    }
}
