using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ListVisits;

/// <summary>One line of visits: a day's round, or all rounds of one visitor, who is not named.</summary>
internal sealed record VisitLine(DateOnly? On, string? PlaceCode, long? UnitId, long Rounds, long Households);

/// <summary>The visits behind a drive's numbers: day, place and households, or one line for each visitor.</summary>
[Open]
internal sealed class VisitsPage(ZhuoluoContext db, Offices offices) : PageModel
{
    public const int PageSize = 50;

    public Lookup Lookup { get; private set; } = null!;
    public Drive Drive { get; private set; } = null!;
    public bool IsByVisitor { get; private set; }
    public Paged<VisitLine> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? drive, string? by, [FromQuery(Name = "p")] int asked, CancellationToken cancel)
    {
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        if (Lookup.Drive(drive) is not { } found)
        {
            return drive is null ? Redirect("/public/drives") : NotFound();
        }
        (Drive, IsByVisitor) = (found, by == "visitor");
        var visits = db.Set<Visit>().Where(v => v.DriveId == found.Id);
        Lines = IsByVisitor ? await VisitorsAsync(visits, asked, cancel) : await RoundsAsync(visits, asked, cancel);
        return Page();
    }

    private static async Task<Paged<VisitLine>> RoundsAsync(IQueryable<Visit> visits, int asked, CancellationToken cancel)
    {
        var total = await visits.LongCountAsync(cancel);
        var number = Number(asked, total);
        var rows = await visits.OrderByDescending(v => v.On).ThenBy(v => v.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(v => new VisitLine(v.On, v.PlaceCode, v.UnitId, 1, v.Households)).ToListAsync(cancel);
        return new Paged<VisitLine>(rows, total, number, PageSize);
    }

    // A person with an account is one visitor; without, the same name in the same unit is.
    private static async Task<Paged<VisitLine>> VisitorsAsync(IQueryable<Visit> visits, int asked, CancellationToken cancel)
    {
        var known = visits.Where(v => v.VisitorId != null).GroupBy(v => v.VisitorId)
            .Select(g => new { UnitId = g.Max(v => v.UnitId), First = g.Min(v => v.Id), Rounds = g.LongCount(), Households = g.Sum(v => (long)v.Households) });
        var named = visits.Where(v => v.VisitorId == null).GroupBy(v => new { v.VisitorName, v.UnitId })
            .Select(g => new { g.Key.UnitId, First = g.Min(v => v.Id), Rounds = g.LongCount(), Households = g.Sum(v => (long)v.Households) });
        // Visitors are hundreds, not millions; the order is that of the first visit, which says nothing about a name.
        var all = (await known.ToListAsync(cancel)).Concat(await named.ToListAsync(cancel)).OrderBy(v => v.First).ToList();
        var number = Number(asked, all.Count);
        return new Paged<VisitLine>(
            [.. all.Skip((number - 1) * PageSize).Take(PageSize).Select(v => new VisitLine(null, null, v.UnitId, v.Rounds, v.Households))], all.Count, number, PageSize);
    }

    private static int Number(int asked, long total) => (int)Math.Clamp(asked, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
}
