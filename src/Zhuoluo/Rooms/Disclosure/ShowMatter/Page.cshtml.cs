using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ShowMatter;

[Open]
internal sealed class ShowMatterPage(ZhuoluoContext db, Offices offices) : PageModel
{
    public ShownMatter Shown { get; private set; } = null!;
    public Lookup Lookup { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        if (await ShownMatter.FindAsync(db, number, cancel) is not { } shown)
        {
            return NotFound();
        }
        Shown = shown;
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        return Page();
    }
}
