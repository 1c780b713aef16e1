using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Figures.ShowStated;
using Zhuoluo.Rooms.Figures.Stating;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures.ShowPublic;

/// <summary>A stated figure for the public: what it was and how counted, the records that are public, the receipt. What is not public is a number.</summary>
[Open]
internal sealed class PublicFigurePage(ZhuoluoContext db, StatedReading reading, Offices offices, Texts texts) : PageModel
{
    public StatedView View { get; private set; } = null!;
    public string Scope => texts.ScopeName(reading.Scope(View.Stated), offices.Current);

    public async Task<IActionResult> OnGetAsync(long id, int? part, int? p, bool changes, CancellationToken cancel)
    {
        if (await StatedView.ReadAsync(reading, db, texts, id, part ?? 0, p ?? 1, changes, HttpContext.Act(), isPublic: true, cancel) is not { } view)
        {
            return NotFound();
        }
        View = view;
        return Page();
    }
}
