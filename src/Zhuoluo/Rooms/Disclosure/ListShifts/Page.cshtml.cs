using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ListShifts;

/// <summary>One head, who is not named: the unit, how many turns, the first and the last of them.</summary>
internal sealed record HeadLine(long? UnitId, long Turns, DateOnly First, DateOnly Last);

/// <summary>The heads behind a drive's number of heads on duty. Two queries; turns are hundreds, so lines are paged after grouping.</summary>
[Open]
internal sealed class ShiftsPage(ZhuoluoContext db, Offices offices) : PageModel
{
    public const int PageSize = 50;

    public Lookup Lookup { get; private set; } = null!;
    public Drive Drive { get; private set; } = null!;
    public Paged<HeadLine> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? drive, [FromQuery(Name = "p")] int asked, CancellationToken cancel)
    {
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        if (Lookup.Drive(drive) is not { } found)
        {
            return drive is null ? Redirect("/public/drives") : NotFound();
        }
        Drive = found;
        var turns = await db.Set<DutyShift>().Where(s => s.DriveId == found.Id && !s.IsCancelled)
            .OrderBy(s => s.On).Select(s => new { s.HeadName, s.UnitId, s.On }).ToListAsync(cancel);
        var heads = turns.GroupBy(t => t.HeadName).Select(g => new HeadLine(g.First().UnitId, g.LongCount(), g.First().On, g.Last().On)).ToList();
        var pages = Math.Max(1, (heads.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(asked, 1, pages);
        Lines = new Paged<HeadLine>([.. heads.Skip((number - 1) * PageSize).Take(PageSize)], heads.Count, number, PageSize);
        return Page();
    }
}
