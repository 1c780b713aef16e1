using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ShowUnits;

/// <summary>How the units handle what they lead (rules A4.7), with denominators, exclusions and the definitions beside the numbers.</summary>
[Open]
internal sealed class UnitsPage(ZhuoluoContext db, Offices offices, UnitQuery query) : PageModel
{
    public const int PageSize = 30;

    public int? Year { get; private set; }
    public int ThisYear { get; private set; }
    public Lookup Lookup { get; private set; } = null!;

    /// <summary>Villages, branches and windows are looked at by themselves: like is ranked with like (rules A4.3).</summary>
    public bool IsLower { get; private set; }
    public Paged<(UnitFigures Unit, int? Rank)> Units { get; private set; } = null!;

    /// <summary>How the rates are counted, and of which months.</summary>
    public RateDefinition Definition { get; private set; } = null!;
    public RatePeriod Months => Year is { } year ? new(year * 100 + 1, year * 100 + 12) : new(200001, ThisYear * 100 + 12);

    public async Task OnGetAsync(int? year, string? level, [FromQuery(Name = "p")] int asked, CancellationToken cancel)
    {
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        ThisYear = LocalDay.Of(Lookup.Now).Year;
        Year = year is >= 2000 and <= 2100 ? year : null;
        IsLower = level == "village";
        Definition = (await RateDefinitions.AllAsync(db, cancel)).On(Months.Last < LocalDay.Of(Lookup.Now) ? Months.Last : LocalDay.Of(Lookup.Now));
        var ranked = UnitFigures.Rank((await query.AskAsync(Period, Months, Lookup, cancel)).Where(u => IsLowerUnit(u.UnitId) == IsLower), Definition);
        var number = Math.Clamp(asked, 1, Math.Max(1, (ranked.Count + PageSize - 1) / PageSize));
        Units = new Paged<(UnitFigures Unit, int? Rank)>([.. ranked.Skip((number - 1) * PageSize).Take(PageSize)], ranked.Count, number, PageSize);
    }

    public static string At(int? year, bool isLower) =>
        (year, isLower) switch { (null, false) => "/public/units", (null, true) => "/public/units?level=village", (_, false) => $"/public/units?year={year}", _ => $"/public/units?year={year}&level=village" };

    /// <summary>The records of one number.</summary>
    public string Records(UnitFigures unit, Func<PublicFilter, PublicFilter>? with = null)
    {
        var filter = Period with { Unit = Lookup.UnitCode(unit.UnitId), IsExact = true };
        return (with is null ? filter : with(filter)).At("/public/records");
    }

    private bool IsLowerUnit(long id) => Lookup.Offices.Unit(id)?.Kind is UnitKind.Village or UnitKind.Branch or UnitKind.Team or UnitKind.Window;

    private PublicFilter Period => Year is { } year
        ? PublicFilter.All with { From = new DateOnly(year, 1, 1), To = new DateOnly(year, 12, 31) }
        : PublicFilter.All;
}
