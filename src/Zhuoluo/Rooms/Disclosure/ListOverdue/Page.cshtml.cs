using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Disclosure.ListMatters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ListOverdue;

/// <summary>A unit one can narrow the list to.</summary>
internal sealed record UnitChip(string Name, string Code, int Count, bool IsChosen);

/// <summary>What is open after its limit ended, longest first, and which unit owes it.</summary>
[Open]
internal sealed class OverduePage(ZhuoluoContext db, Offices offices) : PageModel
{
    /// <summary>So many units stand open, the others are folded away.</summary>
    public const int MostChips = 8;

    public PublicFilter Filter { get; private set; } = PublicFilter.All;
    public Lookup Lookup { get; private set; } = null!;
    public Paged<PublicRow> Rows { get; private set; } = null!;
    public IReadOnlyList<(long? UnitId, int Count)> Units { get; private set; } = [];

    public int DaysLate(PublicRow row) => LocalDay.Of(Lookup.Now).DayNumber - LocalDay.Of(row.DueAt!.Value.AddTicks(-1)).DayNumber;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filter = PublicFilter.Read(Request.Query) with { IsLate = true, Words = null };
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        // 0 for none: by the bare column SQLite would walk down all matters in the order of their units to save itself a sort of a few.
        Units = [.. (await db.CountedMatters().Late(Lookup.Now).GroupBy(m => m.LeadUnitId ?? 0).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel))
            .OrderByDescending(u => u.Count).Select(u => (u.Key == 0 ? (long?)null : u.Key, u.Count))];
        var late = db.CountedMatters().Narrow(Filter, Lookup, db);
        var total = await late.LongCountAsync(cancel);
        var number = (int)Math.Min(Filter.Page, Math.Max(1, (total + ListQuery.PageSize - 1) / ListQuery.PageSize));
        var rows = await PublicRow.From(db, late).OrderBy(r => r.DueAt).ThenBy(r => r.Id)
            .Skip((number - 1) * ListQuery.PageSize).Take(ListQuery.PageSize).ToListAsync(cancel);
        Rows = new Paged<PublicRow>(rows, total, number, ListQuery.PageSize);
    }
}
