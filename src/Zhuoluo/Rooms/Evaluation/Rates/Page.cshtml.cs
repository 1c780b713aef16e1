using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Rates;

/// <summary>Units compared, never persons; every number opens its records.</summary>
[Needs(Capability.SeeStatistics)]
internal sealed class RatesPage(ZhuoluoContext db, RatesQuery query, Offices offices) : PageModel
{
    public RatesView View { get; private set; } = null!;
    public OfficesSnapshot Offices => offices.Current;
    public bool MayOpen => HttpContext.May(Capability.SeeMatters);
    public bool MayExport => HttpContext.May(Capability.ExportData);

    public async Task OnGetAsync(string? from, string? to, CancellationToken cancel) =>
        View = await RatesView.LoadAsync(db, query, offices.Current, HttpContext.Act(), from, to, cancel);
}
