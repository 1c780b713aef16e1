using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>Sends the rating link to the requester once more.</summary>
[Needs(Capability.CallBack)]
internal sealed class LinkPage(SendRatingLinkHandler handler, ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is not { } id)
        {
            return NotFound();
        }
        if ((await handler.HandleAsync(new SendRatingLink(id), HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            return this.Refuse(refusal);
        }
        TempData.Say(texts["tell.link.done"]);
        return Redirect("/matters/" + Number);
    }

    private Task<long?> FindAsync(string number, CancellationToken cancel)
    {
        Number = number;
        return Sight.Of(HttpContext.Actor(), offices.Current).Seen(db).Where(m => m.Number == number).Select(m => (long?)m.Id).SingleOrDefaultAsync(cancel);
    }
}
