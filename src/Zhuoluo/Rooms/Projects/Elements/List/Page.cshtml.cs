using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Elements.List;

/// <summary>What projects need from others: who has it, until when, and what is overdue.</summary>
[Needs(Capability.SeeProjects)]
internal sealed class NeedsPage(NeedsQuery query, Offices offices, Texts texts) : PageModel
{
    public NeedFilter Filter { get; private set; } = new();
    public IReadOnlyDictionary<NeedState, long> States { get; private set; } = new Dictionary<NeedState, long>();
    public long Overdue { get; private set; }
    public Paged<NeedLine> Rows { get; private set; } = new([], 0, 1, NeedsQuery.PageSize);
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();
    public IEnumerable<SelectListItem> Kinds => texts.Choices<ElementKind>("need.kind");
    public IEnumerable<SelectListItem> Stages => texts.Choices<NeedState>("need.state");
    public IEnumerable<SelectListItem> Units => Choosing.UnitsOfOffice(Offices, Today, texts);
    public string? Unit => Filter.UnitId?.ToString(CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter = NeedFilter.Read(Request.Query);
        (States, Overdue) = await query.CountsAsync(Today, cancel);
        Rows = await query.PageAsync(Filter, Today, cancel);
    }
}
