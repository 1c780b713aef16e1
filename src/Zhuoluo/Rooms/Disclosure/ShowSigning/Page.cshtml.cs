using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Disclosure.ShowSigning;

/// <summary>A signing event that was marked public.</summary>
[Open]
internal sealed class PublicSigningPage(ZhuoluoContext db) : PageModel
{
    public PublicSigning Signing { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await PublicSigning.ReadAsync(db, id, cancel) is not { } signing)
        {
            return NotFound();
        }
        Signing = signing;
        return Page();
    }
}
