using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Charts;

namespace Zhuoluo.Rooms.Figures.ShowFigure;

/// <summary>One figure: its value, how it is counted, what it was before, by month and by unit; stating it, and telling it where it comes from outside.</summary>
[Needs(Capability.SeeFigures)]
internal sealed class FigurePage(
    ZhuoluoContext db, FigureBook book, FigureCounter counter, FigureSources sources, StateFigureHandler stating, TellFigureHandler telling, Offices offices, Texts texts) : PageModel
{
    private const int Months = 12;
    private const int MostUnits = 30;
    private const int MostStated = 20;

    [BindProperty(Name = "Form")]
    public ToldForm Form { get; set; } = new();

    public FigureDefinition Figure { get; private set; } = null!;
    public FigureScope Scope { get; private set; } = FigureScope.All;
    public FigureValue Value { get; private set; } = null!;
    public FigureValue? Before { get; private set; }
    public FigureValue? YearBefore { get; private set; }
    public string How { get; private set; } = "";

    /// <summary>Those of which it is made, with how they are counted.</summary>
    public IReadOnlyList<(FigureDefinition Figure, string How)> Parts { get; private set; } = [];
    public IReadOnlyList<string> TrendMonths { get; private set; } = [];
    public IReadOnlyList<Series> Trend { get; private set; } = [];
    public IReadOnlyList<(Unit? Unit, decimal Value)> Units { get; private set; } = [];
    public IReadOnlyList<ExternalValue> Told { get; private set; } = [];
    public IReadOnlyList<StatedFigure> Stated { get; private set; } = [];
    public bool MayManage => HttpContext.May(Capability.ManageFigures);
    public OfficesSnapshot Offices => offices.Current;

    public async Task<IActionResult> OnGetAsync(string key, string? unit, string? town, string? from, string? to, CancellationToken cancel) =>
        await LoadAsync(key, unit, town, from, to, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStateAsync(string key, string? unit, string? town, string? from, string? to, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(key, unit, town, from, to, cancel))
        {
            return NotFound();
        }
        return this.Settle(await stating.HandleAsync(new StateFigure(key, Scope), HttpContext.Act(), cancel), _ => texts["figures.stated-done"], s => "/figures/stated/" + s.Id.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostTellAsync(string key, CancellationToken cancel)
    {
        if (!await LoadAsync(key, null, null, null, null, cancel))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var command = new TellFigure(key, Form.From!.Value, Form.To!.Value, Form.Value!.Value, Form.ToldBy) { IsEstimate = Form.IsEstimate };
        return this.Settle(await telling.HandleAsync(command, HttpContext.Act(), cancel), texts["figures.told-done"], "/figures/" + key);
    }

    private async Task<bool> LoadAsync(string key, string? unit, string? town, string? from, string? to, CancellationToken cancel)
    {
        var shelf = await book.ReadAsync(db, cancel);
        if (shelf.Find(key) is not { } figure || FigureScope.Read(unit, town, from, to, Offices).IsRefused(out _, out var scope))
        {
            return false;
        }
        var now = new FigureMoment(HttpContext.Act().At);
        var made = shelf.With(figure);
        var names = await FigureNames.ReadAsync(db, sources, made, cancel);
        (Figure, Scope, How) = (figure, scope, texts.HowCounted(figure, shelf, sources, names));
        Value = await counter.CountAsync(db, figure, shelf, scope, now, cancel);
        Parts = [.. made.Skip(1).Select(d => (d, texts.HowCounted(d, shelf, sources, names)))];
        if (scope.From is not null && scope.To is not null)
        {
            Before = await counter.CountAsync(db, figure, shelf, scope.Before(), now, cancel);
            YearBefore = await counter.CountAsync(db, figure, shelf, scope.YearBefore(), now, cancel);
        }
        if (FigureCounter.IsAdditive(figure))
        {
            await BreakDownAsync(figure, scope, now, cancel);
        }
        Told = figure.Measure == FigureMeasure.External ? await db.Set<ExternalValue>().AsNoTracking().Where(v => v.Key == key).OrderByDescending(v => v.To).ThenByDescending(v => v.Id).Take(MostStated).ToListAsync(cancel) : [];
        Stated = await db.Set<StatedFigure>().AsNoTracking().Where(s => s.Key == key).OrderByDescending(s => s.Id).Take(MostStated).ToListAsync(cancel);
        return true;
    }

    private async Task BreakDownAsync(FigureDefinition figure, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        Units = [.. (await counter.ByUnitAsync(db, figure, scope, now, cancel)).OrderByDescending(u => u.Value).Take(MostUnits).Select(u => (Offices.Unit(u.Key), u.Value))];
        if (figure.Day is null)
        {
            return;
        }
        var months = await counter.ByMonthAsync(db, figure, scope, now, cancel);
        if (months.Count == 0)
        {
            return;
        }
        var last = months.Keys.Max();
        var shown = Enumerable.Range(0, Months).Select(i => last.AddMonths(i - Months + 1)).ToList();
        TrendMonths = [.. shown.Select(m => m.ToString("yyyy-MM", CultureInfo.InvariantCulture))];
        Trend = [new Series(texts.FigureName(figure), [.. shown.Select(m => (long)months.GetValueOrDefault(m))])];
    }

    internal sealed class ToldForm
    {
        [Display(Name = "figures.from"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "figures.to"), Required]
        public DateOnly? To { get; set; }

        [Display(Name = "figures.value"), Required]
        public decimal? Value { get; set; }

        [Display(Name = "figures.told-by"), Required, StringLength(ExternalValue.LongestSource)]
        public string? ToldBy { get; set; }

        [Display(Name = "figures.is-estimate")]
        public bool IsEstimate { get; set; }
    }
}
