using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Evaluation.Dissatisfied;

/// <summary>Who is not satisfied and how far it is; what has left the list stays to be looked up.</summary>
[Needs(Capability.SeeDissatisfied)]
internal sealed class DissatisfiedPage(ZhuoluoContext db, DissatisfiedQuery query, Offices offices, Texts texts) : PageModel
{
    private const int PageSize = 25;
    private static readonly DissatisfactionState[] _exits =
        [DissatisfactionState.Settled, DissatisfactionState.Judged, DissatisfactionState.Deferred, DissatisfactionState.HandedOver];

    public IReadOnlyDictionary<DissatisfactionState, int> Counts { get; private set; } = new Dictionary<DissatisfactionState, int>();
    public Paged<DissatisfiedRow> Rows { get; private set; } = null!;
    public DissatisfactionState? State { get; private set; }
    public bool IsLate { get; private set; }
    public DateTimeOffset Now { get; private set; }
    public OfficesSnapshot Offices => offices.Current;

    /// <summary>The four lawful exits and their sum, as bulletins print them: 184 + 20 + 52 + 11 = 267.</summary>
    public string Exits => string.Join(" + ", _exits.Select(e => $"{texts["ev.state." + e]} {Counts.GetValueOrDefault(e)}")) + " = " + _exits.Sum(e => Counts.GetValueOrDefault(e));

    public async Task OnGetAsync(DissatisfactionState? state, bool late, [FromQuery(Name = "p")] int asked, CancellationToken cancel)
    {
        var act = HttpContext.Act();
        (Now, IsLate, State) = (act.At, late, state is { } given && Enum.IsDefined(given) ? given : null);
        var seen = Sight.Of(act.Who, offices.Current).Seen(db);
        Counts = await query.CountsAsync(seen, null, cancel);
        Rows = await query.PageAsync(seen, State, null, late, act.At, asked, PageSize, cancel);
    }
}
