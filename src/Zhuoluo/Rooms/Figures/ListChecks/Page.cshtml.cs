using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Figures.Reconciling;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures.ListChecks;

/// <summary>Sums that must be equal, as they came out last time; and running them now.</summary>
[Needs(Capability.SeeFigures)]
internal sealed class FigureChecksPage(ZhuoluoContext db, FigureBook book, ReconcileHandler handler, Texts texts) : PageModel
{
    public FigureShelf Shelf { get; private set; } = new([]);

    /// <summary>Those that fail first.</summary>
    public IReadOnlyList<FigureCheck> Checks { get; private set; } = [];
    public bool MayManage => HttpContext.May(Capability.ManageFigures);

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return this.Settle(await handler.HandleAsync(HttpContext.Act(), cancel), failed => failed == 0 ? texts["figures.checks-hold"] : texts["figures.checks-failed", failed], _ => "/figures/checks");
    }

    public string Name(FigureCheck check)
    {
        var (kind, key) = check.Code.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (check.Code[..dot], check.Code[(dot + 1)..]) : ("equation", check.Code);
        return kind is "units" or "tallies" && Shelf.Find(key) is { } figure ? texts["figures.check." + kind, texts.FigureName(figure)]
            : ShippedFigures.Checks.FirstOrDefault(e => e.Code == check.Code) is { } equation ? Languages.Current == Languages.English ? equation.English : texts.Show(equation.Name)
            : check.Code;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Shelf = await book.ReadAsync(db, cancel);
        Checks = [.. (await db.Set<FigureCheck>().AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancel)).OrderBy(c => c.Holds)];
    }
}
