using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ShowMatter;

[Open]
internal sealed class ShowMatterPage(ZhuoluoContext db, AttachmentQuery attachments, Offices offices) : PageModel
{
    public ShownMatter Shown { get; private set; } = null!;
    public IReadOnlyList<Attachment> Files { get; private set; } = [];
    public Lookup Lookup { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        if (await ShownMatter.FindAsync(db, number, cancel) is not { } shown)
        {
            return NotFound();
        }
        Shown = shown;
        Files = await attachments.OfPublicAsync(shown.Row.Id, cancel);
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        return Page();
    }
}
