using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures.ListFigures;

/// <summary>Every figure of the house with its value, for a unit and a period; one query a counted figure.</summary>
[Needs(Capability.SeeFigures)]
internal sealed class FiguresPage(ZhuoluoContext db, FigureBook book, FigureCounter counter, Offices offices, Texts texts) : PageModel
{
    public FigureScope Scope { get; private set; } = FigureScope.All;
    public bool IsUnreadable { get; private set; }
    public IReadOnlyList<(string Group, IReadOnlyList<FigureRow> Rows)> Groups { get; private set; } = [];
    public bool MayManage => HttpContext.May(Capability.ManageFigures);
    public bool HasPeriod => Scope.From is not null && Scope.To is not null;
    public OfficesSnapshot Offices => offices.Current;
    public IEnumerable<SelectListItem> Units => Offices.Units.Where(u => u.IsValidOn(HttpContext.Today()) && u.Kind is not (UnitKind.Village or UnitKind.Window)).Select(u => new SelectListItem(texts.Show(u.Name), u.Code));

    public async Task OnGetAsync(string? unit, string? town, string? from, string? to, CancellationToken cancel)
    {
        IsUnreadable = FigureScope.Read(unit, town, from, to, Offices).IsRefused(out _, out var scope);
        Scope = scope ?? FigureScope.All;
        var (shelf, now) = (await book.ReadAsync(db, cancel), new FigureMoment(HttpContext.Act().At));
        List<FigureRow> rows = [];
        foreach (var figure in shelf.Offered)
        {
            var value = await counter.CountAsync(db, figure, shelf, Scope, now, cancel);
            var before = HasPeriod && figure.Day is not null ? await counter.CountAsync(db, figure, shelf, Scope.Before(), now, cancel) : null;
            rows.Add(new FigureRow(value, before));
        }
        Groups = [.. rows.GroupBy(r => r.Value.Definition.Group).Select(g => (g.Key, (IReadOnlyList<FigureRow>)[.. g]))];
    }
}

/// <param name="Value">Now.</param>
/// <param name="Before">The same length of time before; null where no period is asked for or it has none.</param>
internal sealed record FigureRow(FigureValue Value, FigureValue? Before);
