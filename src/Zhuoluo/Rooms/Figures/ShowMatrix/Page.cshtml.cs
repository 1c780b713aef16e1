using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Documents.Xlsx;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures.ShowMatrix;

/// <summary>Many figures at once, by unit or by month; every cell opens its figure. The workbook has the definitions on its second sheet.</summary>
[Needs(Capability.SeeFigures)]
internal sealed class MatrixPage(ZhuoluoContext db, FigureBook book, FigureMatrix matrix, FigureSources sources, Offices offices, Texts texts) : PageModel
{
    public FigureScope Scope { get; private set; } = FigureScope.All;
    public bool IsByMonth { get; private set; }
    public string? Group { get; private set; }
    public IReadOnlyList<string> Groups { get; private set; } = [];
    public MatrixTable Table { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(string? by, string? group, string? from, string? to, string? file, CancellationToken cancel)
    {
        if (FigureScope.Read(null, null, from, to, offices.Current).IsRefused(out _, out var scope))
        {
            return NotFound();
        }
        var shelf = await book.ReadAsync(db, cancel);
        (Scope, IsByMonth, Groups) = (scope, by == "month", [.. shelf.Offered.Select(f => f.Group).Distinct()]);
        Group = Groups.Contains(group) ? group : null;
        Table = await matrix.ReadAsync(db, shelf, scope, IsByMonth, Group, HttpContext.Act().At, cancel);
        return file == "xlsx" ? File(Written(shelf, await FigureNames.ReadAsync(db, sources, Table.Rows.Select(r => r.Figure), cancel)), WorkbookFile.ContentType, "figures.xlsx") : Page();
    }

    private byte[] Written(FigureShelf shelf, FigureNames names) => WorkbookFile.Write(
        new WorkSheet(texts["figures.matrix"], [texts["figures.name"], texts["figures.unit-of"], .. Table.Columns.Select(c => texts.Show(c.Name))],
            [.. Table.Rows.Select(r => (IReadOnlyList<object?>)[texts.FigureName(r.Figure), texts.Show(r.Figure.Unit), .. r.Values.Select(v => (object)v)])]),
        new WorkSheet(texts["figures.how"], [texts["figures.name"], texts["figures.key"], texts["figures.version-head"], texts["figures.how"]],
            [.. Table.Rows.Select(r => (IReadOnlyList<object?>)[texts.FigureName(r.Figure), r.Figure.Key, (decimal)r.Figure.Version, texts.HowCounted(r.Figure, shelf, sources, names)])]));
}
