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
        TempData.Say(texts["org.signed-out"]);
        return LocalRedirect(Doors.SignIn);
    }
}
