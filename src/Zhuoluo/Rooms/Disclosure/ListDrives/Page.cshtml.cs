using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ListDrives;

[Open]
internal sealed class DrivesPage(ZhuoluoContext db, Offices offices, TallyQuery tallies) : PageModel
{
    public Lookup Lookup { get; private set; } = null!;
    public IReadOnlyDictionary<long, Amount> Amounts { get; private set; } = new Dictionary<long, Amount>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        Amounts = await tallies.ByDriveAsync(cancel);
    }
}
