using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.ListCadences;

/// <summary>All cadences with what was done and missed of each.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class CadencesPage(ZhuoluoContext db, Offices offices) : PageModel
{
    public IReadOnlyList<CadenceRow> Rows { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayManage => HttpContext.May(Capability.ManageRhythm);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = HttpContext.Today();
        var cadences = await db.Set<Cadence>().OrderBy(c => c.EndedOn != null).ThenBy(c => c.Id).ToListAsync(cancel);
        var plans = await CadencePlan.ReadAsync(db, db.Set<Cadence>(), cancel);
        var counts = (await db.Set<Beat>().Where(b => b.DueOn < today || b.DoneOn != null).GroupBy(b => new { b.CadenceId, IsDone = b.DoneOn != null })
            .Select(g => new { g.Key.CadenceId, g.Key.IsDone, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(c => (c.CadenceId, c.IsDone), c => c.Count);
        Rows = [.. cadences.Select(c => new CadenceRow(c, plans[c.Id], counts.GetValueOrDefault((c.Id, true)), counts.GetValueOrDefault((c.Id, false))))];
    }
}

internal sealed record CadenceRow(Cadence Cadence, CadencePlan Plan, int Done, int Missed);
