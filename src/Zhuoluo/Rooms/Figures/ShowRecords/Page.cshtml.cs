using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures.Stating;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures.ShowRecords;

/// <summary>The records that a figure counts, exactly these; what the reader may not open is counted and not named.</summary>
[Needs(Capability.SeeFigures)]
internal sealed class FigureRecordsPage(ZhuoluoContext db, FigureBook book, FigureCounter counter, FigureSources sources, Offices offices) : PageModel
{
    public FigureDefinition Figure { get; private set; } = null!;
    public FigureScope Scope { get; private set; } = FigureScope.All;
    public int Parts { get; private set; } = 1;
    public Paged<(Countable Row, CountedRecord? Told)> Rows { get; private set; } = new([], 0, 1, StatedReading.PageSize);
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
        var shown = await counter.Rows(db, figure, scope, act.At).OrderByDescending(r => r.Id).PageAsync(p, StatedReading.PageSize, cancel);
        var source = sources.Of(figure);
        Parts = source.Amounts.FirstOrDefault(a => a.Name == figure.Amount)?.Parts ?? 1;
        var told = (await source.TellAsync(db, [.. shown.Items.Select(r => r.Id)], act, cancel)).ToDictionary(r => r.Id);
        Rows = new([.. shown.Items.Select(r => (r, told.GetValueOrDefault(r.Id)))], shown.Total, shown.Number, shown.Size);
        return Page();
    }
}
