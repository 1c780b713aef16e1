using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Recurrences;

/// <summary>What comes back at the same place: for whoever has to ask why it was not mended for good (rules A5.4).</summary>
[Needs(Capability.SeeMatters)]
internal sealed class RecurrencesPage(RecurrenceQuery recurrences, ZhuoluoContext db, Offices offices) : PageModel
{
    public const string Address = "/recurrences";
    private const int Most = 100;

    public Viewer Viewer { get; private set; } = null!;
    public Catalogue Catalogue { get; private set; } = null!;
    public IReadOnlyList<Recurrence> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Viewer = Viewer.Of(HttpContext.Act(), offices.Current);
        Catalogue = await Catalogue.LoadAsync(db, cancel);
        Rows = await recurrences.MostAsync(Viewer, Most, cancel);
    }
}
