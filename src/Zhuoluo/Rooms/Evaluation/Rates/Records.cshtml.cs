using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Rates;

/// <summary>
/// The records of one number, as far as the reader may see their matters. A unit reads grades and words; which matter a good one came
/// from, and so from whom, only those who call and audit see (rules A7.6).
/// </summary>
[Needs(Capability.SeeMatters)]
internal sealed class RateRecordsPage(ZhuoluoContext db, RatesQuery query, Offices offices) : PageModel
{
    private const int PageSize = 25;

    public RatePeriod Period { get; private set; } = null!;
    public RateWhat What { get; private set; }
    public Unit? Unit { get; private set; }
    public Paged<RateRecord> Records { get; private set; } = null!;
    public OfficesSnapshot Offices => offices.Current;

    public async Task OnGetAsync(RateWhat what, string? unit, string? from, string? to, [FromQuery(Name = "p")] int asked, CancellationToken cancel)
    {
        var act = HttpContext.Act();
        Period = RatePeriod.Read(from, to, LocalDay.Of(act.At));
        What = Enum.IsDefined(what) ? what : RateWhat.Given;
        Unit = unit is null ? null : offices.Current.UnitByCode(unit);
        var seen = Sight.Of(act.Who, offices.Current).Seen(db);
        var total = await query.CountAsync(Period, Unit?.Id, What, seen, cancel);
        var number = Math.Clamp(asked, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        Records = new Paged<RateRecord>(await query.RecordsAsync(Period, Unit?.Id, What, seen, (number - 1) * PageSize, PageSize, cancel), total, number, PageSize);
    }

    public bool ShowsMatter(RateRecord record) =>
        record.DissatisfactionId is not null || RatingSight.SeesAll(HttpContext.Actor());
}
