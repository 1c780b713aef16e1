using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Petitions.OpinionPaper;

/// <summary>An opinion document, for reading and printing.</summary>
[Needs(Capability.SeeMatters)]
internal sealed class OpinionPage(ZhuoluoContext db, Offices offices, Texts texts) : PageModel
{
    public OpinionText Text { get; private set; } = null!;
    public long Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(string number, long id, CancellationToken cancel)
    {
        if (await OpinionText.FindAsync(db, number, id, Viewer.Of(HttpContext.Act(), offices.Current), texts, cancel) is not { } text)
        {
            return NotFound();
        }
        (Text, Id) = (text, id);
        return Page();
    }
}
