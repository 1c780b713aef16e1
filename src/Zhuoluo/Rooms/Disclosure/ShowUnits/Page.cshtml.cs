using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ShowUnits;

/// <summary>How the units handle what they lead (rules A4.7), with denominators, exclusions and the definitions beside the numbers.</summary>
[Open]
internal sealed class UnitsPage(ZhuoluoContext db, Offices offices, UnitQuery query) : PageModel
{
    public int? Year { get; private set; }
    public int ThisYear { get; private set; }
    public Lookup Lookup { get; private set; } = null!;
    public IReadOnlyList<(UnitFigures Unit, int? Rank)> Units { get; private set; } = [];

    public async Task OnGetAsync(int? year, CancellationToken cancel)
    {
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        ThisYear = LocalDay.Of(Lookup.Now).Year;
        Year = year is >= 2000 and <= 2100 ? year : null;
        Units = UnitFigures.Rank(await query.AskAsync(Period, Lookup, cancel));
    }

    /// <summary>The records of one number.</summary>
    public string Records(UnitFigures unit, Func<PublicFilter, PublicFilter>? with = null)
    {
        var filter = Period with { Unit = Lookup.UnitCode(unit.UnitId), IsExact = true };
        return (with is null ? filter : with(filter)).At("/public/records");
    }

    private PublicFilter Period => Year is { } year
        ? PublicFilter.All with { From = new DateOnly(year, 1, 1), To = new DateOnly(year, 12, 31) }
        : PublicFilter.All;
}
