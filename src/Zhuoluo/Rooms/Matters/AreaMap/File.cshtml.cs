using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.AreaMap;

/// <summary>The administrator gives the map.</summary>
[Needs(Capability.ManageOrganisation)]
internal sealed class MapFilePage(KeepMapHandler handler, ZhuoluoContext db, Texts texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Approval { get; set; }

    public MapFile? Map { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (file is null || file.Length is 0 or > KeepMapHandler.LargestFile)
        {
            return this.Refuse(new NotAMap());
        }
        using var reader = new StreamReader(file.OpenReadStream());
        return this.Settle(await handler.HandleAsync(new KeepMap(Name ?? "", Approval, await reader.ReadToEndAsync(cancel)), HttpContext.Act(), cancel), towns => texts["map.kept", towns], _ => "/map-file");
    }

    private async Task LoadAsync(CancellationToken cancel) => Map = await db.Set<MapFile>().SingleOrDefaultAsync(m => m.Id == MapFile.TheOne, cancel);
}
