using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ShowDrive;

/// <summary>A drive in numbers, each counted from records and opening them. Numbers that stand in its name are labels and shown apart.</summary>
[Open]
internal sealed class DrivePage(ZhuoluoContext db, Offices offices, TallyQuery tallies) : PageModel
{
    public Lookup Lookup { get; private set; } = null!;
    public Drive Drive { get; private set; } = null!;
    public VisitSum Visits { get; private set; } = new(0, 0, 0);
    public Amount Total { get; private set; } = new("", 0, 0, 0);
    public long Solved { get; private set; }
    public IReadOnlyList<Amount> Months { get; private set; } = [];
    public IReadOnlyList<Amount> ClosedMonths { get; private set; } = [];
    public IReadOnlyList<Amount> Towns { get; private set; } = [];
    public int Shifts { get; private set; }
    public int Heads { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        if (Lookup.Drive(code) is not { } drive)
        {
            return NotFound();
        }
        Drive = drive;
        Visits = await VisitSum.OfAsync(db, drive.Id, cancel);
        Months = await tallies.ByMonthAsync(drive.Id, cancel);
        ClosedMonths = [.. (await tallies.ByAsync(TallyBy.ClosedMonth, drive.Id, cancel)).Where(a => a.Key.Length == 6 && a.Closed > 0)];
        Towns = await tallies.ByAsync(TallyBy.Town, drive.Id, cancel);
        Total = new Amount("", Towns.Sum(t => t.Received), Towns.Sum(t => t.Closed), Towns.Sum(t => t.Open));
        Solved = (await tallies.OutcomesAsync(drive.Id, cancel)).GetValueOrDefault(MatterOutcome.Solved);
        var shifts = db.Set<DutyShift>().Where(s => s.DriveId == drive.Id && !s.IsCancelled);
        Shifts = await shifts.CountAsync(cancel);
        Heads = await shifts.Select(s => s.HeadName).Distinct().CountAsync(cancel);
        return Page();
    }

    public PublicFilter Own => PublicFilter.All with { Drive = Drive.Code };

    public static string At(PublicFilter filter) => filter.At("/public/records");

    public IReadOnlyList<(string Month, long Opened, long Closed)> Flow()
    {
        var opened = Months.ToDictionary(m => m.Key, m => m.Received);
        var closed = ClosedMonths.ToDictionary(m => PublicFilter.MonthOf(int.Parse(m.Key, CultureInfo.InvariantCulture)), m => m.Closed);
        return [.. opened.Keys.Union(closed.Keys).Order(StringComparer.Ordinal).Select(m => (m, opened.GetValueOrDefault(m), closed.GetValueOrDefault(m)))];
    }
}
