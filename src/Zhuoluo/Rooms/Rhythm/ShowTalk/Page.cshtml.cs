using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Appraisals;

namespace Zhuoluo.Rooms.Rhythm.ShowTalk;

/// <summary>One talk and what became of what was to be put right.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class TalkPage(ZhuoluoContext db, Offices offices) : PageModel
{
    public Talk Talk { get; private set; } = null!;
    public IReadOnlyList<Decision> Items { get; private set; } = [];
    public Appraisal? Appraisal { get; private set; }
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        var units = AppraisalSight.UnitsOf(HttpContext.Actor(), Offices);
        if (await db.Set<Talk>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancel) is not { } talk || units?.Contains(talk.UnitId) == false)
        {
            return NotFound();
        }
        Talk = talk;
        Items = await db.Set<Decision>().AsNoTracking().Where(d => d.MeetingId == talk.MeetingId).OrderBy(d => d.Serial).ToListAsync(cancel);
        Appraisal = talk.AppraisalId is { } sheet ? await db.Set<Appraisal>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == sheet, cancel) : null;
        return Page();
    }
}
