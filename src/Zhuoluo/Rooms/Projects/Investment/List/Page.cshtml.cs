using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Investment.List;

/// <summary>All agreements, narrowed by address, with sums by type that open what they count.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class InvestmentPage(InvestmentQuery query, Offices offices, Texts texts) : PageModel
{
    public InvestmentFilter Filter { get; private set; } = InvestmentFilter.All;
    public Paged<AgreementLine> Rows { get; private set; } = new([], 0, 1, InvestmentQuery.PageSize);

    /// <summary>Of all types and stages, whichever of them the list is narrowed to.</summary>
    public InvestmentSums Sums { get; private set; } = new(new Dictionary<AgreementType, AgreementSum>(), new Dictionary<AgreementState, AgreementSum>());
    public IReadOnlyList<SigningEvent> Signings { get; private set; } = [];
    public IReadOnlyList<BatchStart> Rounds { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public IEnumerable<SelectListItem> Events => Signings.Select(e => new SelectListItem($"{e.HeldOn:yyyy-MM} {texts.Show(e.Name)}", e.Id.ToString(CultureInfo.InvariantCulture)));
    public IEnumerable<SelectListItem> Batches => Rounds.Select(b => new SelectListItem(texts.RoundName(b), b.Id.ToString(CultureInfo.InvariantCulture)));
    public IEnumerable<SelectListItem> Units => Offices.Units.Where(u => u.IsValidOn(HttpContext.Today()) && u.Kind != UnitKind.Village && u.Kind != UnitKind.Window).Select(u => new SelectListItem(texts.Show(u.Name), u.Code));
    public IEnumerable<SelectListItem> Types => texts.Choices<AgreementType>("agreement.type");
    public IEnumerable<SelectListItem> States => texts.Choices<AgreementState>("agreement.state");

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter = InvestmentFilter.Read(Request.Query);
        (Signings, Rounds) = (await query.EventsAsync(cancel), await query.BatchesAsync(cancel));
        Sums = await query.SumsAsync(Filter with { Type = null, State = null }, cancel);
        Rows = await query.PageAsync(Filter, cancel);
    }
}
