using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Investment.ShowEvent;

/// <summary>One signing event: what was said of it, what its agreements add up to, and where the two differ.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class SigningEventPage(InvestmentQuery query, Offices offices) : PageModel
{
    public SigningEvent Signing { get; private set; } = null!;
    public IReadOnlyDictionary<AgreementType, int> SaidTypes { get; private set; } = new Dictionary<AgreementType, int>();
    public IReadOnlyList<Mismatch> Mismatches { get; private set; } = [];
    public InvestmentFilter Filter { get; private set; } = InvestmentFilter.All;
    public InvestmentSums Sums { get; private set; } = null!;
    public Paged<AgreementLine> Rows { get; private set; } = null!;
    public OfficesSnapshot Offices => offices.Current;
    public bool IsSaid => Signing.StatedCount is not null || Signing.StatedFen is not null || SaidTypes.Count > 0;

    public async Task<IActionResult> OnGetAsync(long id, int? p, CancellationToken cancel)
    {
        if ((await query.EventsAsync(cancel)).FirstOrDefault(e => e.Id == id) is not { } signing)
        {
            return NotFound();
        }
        (Signing, Filter) = (signing, new InvestmentFilter { Event = id, Page = Math.Clamp(p ?? 1, 1, 100_000) });
        SaidTypes = await query.SaidTypesAsync(id, cancel);
        Sums = await query.SumsAsync(Filter, cancel);
        Rows = await query.PageAsync(Filter, cancel);
        Mismatches = SigningCheck.Of(signing, SaidTypes, Sums.ByType);
        return Page();
    }
}
