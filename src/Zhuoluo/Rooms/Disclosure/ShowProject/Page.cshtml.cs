using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Disclosure.ShowProject;

/// <summary>One promise before the public: the first day and the present one side by side, for ever.</summary>
[Open]
internal sealed class PublicProjectPage(ZhuoluoContext db, Offices offices) : PageModel
{
    public PublicProject Shown { get; private set; } = null!;
    public OfficesSnapshot Offices => offices.Current;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel)
    {
        if (await PublicProject.ReadAsync(db, number, cancel) is not { } shown)
        {
            return NotFound();
        }
        Shown = shown;
        return Page();
    }
}
