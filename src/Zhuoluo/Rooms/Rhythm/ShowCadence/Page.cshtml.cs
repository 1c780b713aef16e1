using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Cadences;

namespace Zhuoluo.Rooms.Rhythm.ShowCadence;

/// <summary>Units against steps of one period: which unit has not held or issued what (row A03's chain view).</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class CadencePage(ZhuoluoContext db, Offices offices) : PageModel
{
    private const int MostPeriods = 400;

    public Cadence Cadence { get; private set; } = null!;
    public CadencePlan Plan { get; private set; } = null!;
    public IReadOnlyList<CadenceEdition> Editions { get; private set; } = [];
    public DateOnly Period { get; private set; }
    public DateOnly? Earlier { get; private set; }
    public DateOnly? Later { get; private set; }
    public IReadOnlyList<Beat> Steps { get; private set; } = [];
    public IReadOnlyList<long> Units { get; private set; } = [];
    public ILookup<(long Unit, int Serial), Beat> Cells { get; private set; } = null!;
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();
    public bool MayManage => HttpContext.May(Capability.ManageRhythm);

    public async Task<IActionResult> OnGetAsync(string code, DateOnly? period, CancellationToken cancel)
    {
        if (await db.Set<Cadence>().SingleOrDefaultAsync(c => c.Code == code, cancel) is not { } cadence)
        {
            return NotFound();
        }
        Cadence = cadence;
        Plan = (await CadencePlan.ReadAsync(db, db.Set<Cadence>().Where(c => c.Id == cadence.Id), cancel))[cadence.Id];
        Editions = await db.Set<CadenceEdition>().Where(e => e.CadenceId == cadence.Id).OrderByDescending(e => e.Number).ToListAsync(cancel);
        var periods = await db.Set<Beat>().Where(b => b.CadenceId == cadence.Id).Select(b => b.Period).Distinct().OrderByDescending(p => p).Take(MostPeriods).ToListAsync(cancel);
        var wanted = DueDates.PeriodOf(cadence.Every, period ?? Today, cadence.From);
        Period = periods.Contains(wanted) ? wanted : periods.Count > 0 ? periods[0] : wanted;
        Earlier = periods.Where(p => p < Period).Select(p => (DateOnly?)p).FirstOrDefault();
        Later = periods.Where(p => p > Period).Select(p => (DateOnly?)p).LastOrDefault();
        var beats = await db.Set<Beat>().Where(b => b.CadenceId == cadence.Id && b.Period == Period).OrderBy(b => b.Serial).ThenBy(b => b.UnitId).ToListAsync(cancel);
        Steps = [.. beats.GroupBy(b => b.Serial).Select(g => g.First())];
        Units = [.. beats.Select(b => b.UnitId).Distinct().OrderBy(u => offices.Current.Unit(u)?.Code, StringComparer.Ordinal)];
        Cells = beats.ToLookup(b => (b.UnitId, b.Serial));
        return Page();
    }

    public int Count(int serial, BeatState state) => Units.Sum(u => Cells[(u, serial)].Count(b => b.StateOn(Today) == state));
}
