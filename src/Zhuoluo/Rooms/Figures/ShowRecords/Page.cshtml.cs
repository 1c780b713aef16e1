using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Figures.Stating;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures.ShowRecords;

/// <summary>The records that a figure counts, exactly these; what the reader may not open is counted and not named.</summary>
[Needs(Capability.SeeFigures)]
internal sealed class FigureRecordsPage(ZhuoluoContext db, FigureBook book, FigureCounter counter, FigureSources sources, Offices offices) : PageModel
{
    public FigureDefinition Figure { get; private set; } = null!;
    public FigureScope Scope { get; private set; } = FigureScope.All;
    public long Total { get; private set; }
    public int Number { get; private set; } = 1;
    public int Parts { get; private set; } = 1;
    public IReadOnlyList<(Countable Row, CountedRecord? Told)> Rows { get; private set; } = [];
    public OfficesSnapshot Offices => offices.Current;

    public async Task<IActionResult> OnGetAsync(string key, string? unit, string? town, string? from, string? to, int? p, CancellationToken cancel)
    {
        var shelf = await book.ReadAsync(db, cancel);
        if (shelf.Find(key) is not { Source: not null } figure || FigureScope.Read(unit, town, from, to, Offices).IsRefused(out _, out var scope))
        {
            return NotFound();
        }
        (Figure, Scope) = (figure, scope);
        var act = HttpContext.Act();
        var rows = counter.Rows(db, figure, scope, act.At);
        Total = await rows.LongCountAsync(cancel);
        Number = (int)Math.Clamp(p ?? 1, 1, Math.Max(1, (Total + StatedReading.PageSize - 1) / StatedReading.PageSize));
        var shown = await rows.OrderByDescending(r => r.Id).Skip((Number - 1) * StatedReading.PageSize).Take(StatedReading.PageSize).ToListAsync(cancel);
        var source = sources.Of(figure);
        Parts = source.Amounts.FirstOrDefault(a => a.Name == figure.Amount)?.Parts ?? 1;
        var told = (await source.TellAsync(db, [.. shown.Select(r => r.Id)], act, cancel)).ToDictionary(r => r.Id);
        Rows = [.. shown.Select(r => (r, told.GetValueOrDefault(r.Id)))];
        return Page();
    }
}
