using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Draws;

/// <summary>The calls of one draw in the order in which they were drawn; those of matters that the reader sees.</summary>
[Needs(Capability.SeeDissatisfied)]
internal sealed class DrawPage(ZhuoluoContext db, Offices offices) : PageModel
{
    public CallDraw Draw { get; private set; } = null!;
    public IReadOnlyList<(CallPick Pick, string Number, string Title, int Tries)> Picks { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;
    public bool MayCall => HttpContext.May(Capability.CallBack);

    public async Task<IActionResult> OnGetAsync(int month, CancellationToken cancel)
    {
        if (await db.Set<CallDraw>().FirstOrDefaultAsync(d => d.Month == month, cancel) is not { } draw)
        {
            return NotFound();
        }
        Draw = draw;
        var picked = db.Set<CallPick>().Where(p => p.DrawId == draw.Id);
        var seen = await Sight.Of(HttpContext.Actor(), offices.Current).Seen(db).Where(m => picked.Any(p => p.MatterId == m.Id))
            .Select(m => new { m.Id, m.Number, m.Title }).ToDictionaryAsync(m => m.Id, cancel);
        var tries = await db.Set<CallTry>().Where(t => picked.Any(p => p.Id == t.PickId)).GroupBy(t => t.PickId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var picks = await picked.OrderBy(p => p.Place).ToListAsync(cancel);
        Picks = [.. picks.Where(p => seen.ContainsKey(p.MatterId)).Select(p => (p, seen[p.MatterId].Number, seen[p.MatterId].Title, tries.GetValueOrDefault(p.Id)))];
        return Page();
    }
}
