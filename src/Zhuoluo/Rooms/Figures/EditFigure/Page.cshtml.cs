using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures.Defining;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures.EditFigure;

/// <summary>Makes a figure or the next version of one: shows the sentence and what it comes to before anything is kept.</summary>
[Needs(Capability.ManageFigures)]
internal sealed class EditFigurePage(ZhuoluoContext db, FigureBook book, FigureCounter counter, FigureSources sources, DefineFigureHandler handler, Texts texts) : PageModel
{
    [BindProperty(Name = "Form")]
    public FigureForm Form { get; set; } = new();

    /// <summary>Null for a new one.</summary>
    public FigureDefinition? Figure { get; private set; }
    public FigureShelf Shelf { get; private set; } = new([]);
    public FigureValue? Preview { get; private set; }
    public string? How { get; private set; }
    public FigureNames Names { get; private set; } = FigureNames.None;
    public IReadOnlyList<(string Code, string Name)> Codes(FigureTrait trait) => [.. Names.Of(trait).OrderBy(c => c.Code, StringComparer.Ordinal)];
    public IReadOnlyList<IFigureSource> Sources => sources.All;
    public IEnumerable<SelectListItem> SourceChoices => sources.All.Select(s => new SelectListItem(texts["figures.source." + s.Key], s.Key));
    public IEnumerable<SelectListItem> Measures => Enum.GetValues<FigureMeasure>().Select(m => new SelectListItem(texts["figures.measure." + Word.Of(m)], Word.Of(m)));

    public async Task<IActionResult> OnGetAsync(string? key, CancellationToken cancel)
    {
        if (!await LoadAsync(key, cancel))
        {
            return NotFound();
        }
        Form = Figure is null ? new FigureForm { Measure = Word.Of(FigureMeasure.Count), Source = "matters", Unit = "件" } : FigureForm.From(Figure);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? key, bool preview, CancellationToken cancel)
    {
        if (!await LoadAsync(key, cancel))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var act = HttpContext.Act();
        var wanted = Form.Definition(Figure);
        if (!preview)
        {
            return this.Settle(await handler.HandleAsync(wanted, act, cancel), _ => texts["figures.defined"], made => "/figures/" + made.Key);
        }
        if (FigureRules.Decide(wanted, Shelf, sources, act).IsRefused(out var refusal, out var made))
        {
            return this.Refuse(refusal);
        }
        made = (await book.WeighedAsync(db, [made], cancel))[0];
        var shelf = new FigureShelf([.. Shelf.All.Where(f => f.Key != made.Key), made]);
        (How, Preview) = (texts.HowCounted(made, shelf, sources, await FigureNames.ReadAsync(db, sources, [made], cancel)), await counter.CountAsync(db, made, shelf, FigureScope.All, act.At, cancel));
        return Page();
    }

    private async Task<bool> LoadAsync(string? key, CancellationToken cancel)
    {
        Shelf = await book.ReadAsync(db, cancel);
        Figure = Shelf.Find(key);
        Names = await FigureNames.AllAsync(db, sources, cancel);
        return key is null || Figure is not null;
    }
}
