using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Views;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.List;

[Needs(Capability.SeeMatters)]
internal sealed class MattersPage(MatterListQuery list, ViewsQuery views, ZhuoluoContext db, Offices offices, IDeeds deeds, Texts texts, Kept kept) : PageModel
{
    public MatterFilter Filter { get; private set; } = MatterFilter.All;
    public Paged<MatterRow> Rows { get; private set; } = new([], 0, 1, MatterListQuery.PageSize);
    public RowsShown Shown { get; private set; } = null!;
    public FilterSelects Selects { get; private set; } = null!;
    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];
    public IReadOnlyList<(string Text, MatterFilter Filter)> Quick { get; private set; } = [];
    public IReadOnlyList<(string Number, string? Said)>? Results { get; private set; }
    public string AssignedTo { get; private set; } = "";
    public bool MayAssign => HttpContext.May(Capability.AssignMatter);

    /// <summary>Phones start with the filters folded away; a wrong guess costs one tap.</summary>
    public bool IsPhone => Request.Headers.UserAgent.ToString().Contains("Mobi", StringComparison.Ordinal);

    /// <summary>What the form has no field for and must not lose.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hidden => FilterAddress.Pairs(Filter)
        .Where(p => p.Key is "number" or "place" or "exact" or "shift" or "month" or "closed" or "confidential" or "sort" or "dense" or "due" or "cols");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // A number as the only word is meant to be opened.
        if (Request.Query["q"].ToString() is { Length: > 0 } typed
            && await NumberJump.ToAsync(typed, Viewer.Of(HttpContext.Act(), offices.Current), db, cancel) is { } address)
        {
            return LocalRedirect(address);
        }
        await ShowAsync(HttpContext.Act(), cancel);
        return Page();
    }

    public async Task OnPostAsync([FromForm] string[] pick, [FromForm] string? to, [FromForm] string? onceKey, CancellationToken cancel)
    {
        var act = HttpContext.Act();
        if (pick.Length == 0)
        {
            ModelState.AddModelError("", texts["matters.bulk.no-pick"]);
        }
        else if (to is null || offices.Current.UnitByCode(to) is not { } unit)
        {
            ModelState.AddModelError("", texts["matters.bulk.no-unit"]);
        }
        else
        {
            AssignedTo = texts.Show(unit.Name);
            var results = await BulkAssign.DoAsync(deeds, pick, unit, onceKey, act, cancel);
            var ids = results.Keys.ToList();
            var numbers = await db.Set<Matter>().Where(m => ids.Contains(m.Id)).OrderBy(m => m.Id).Select(m => new { m.Id, m.Number }).ToListAsync(cancel);
            Results = [.. numbers.Select(n => (n.Number, results[n.Id] is { } refusal ? texts.Of(refusal) : null))];
        }
        await ShowAsync(act, cancel);
    }

    private async Task ShowAsync(Act act, CancellationToken cancel)
    {
        var viewer = Viewer.Of(act, offices.Current);
        var catalogue = await Catalogue.LoadAsync(db, kept, cancel);
        Filter = FilterAddress.Read(Request.Query);
        Filter = Filter with { IsDense = Filter.IsDense || await views.IsDenseAsync(act.Who, cancel) };
        Rows = DependsOnTheDataAlone(Filter)
            ? await kept.GetAsync((Filter, viewer.Scope), () => list.PageAsync(Filter, viewer, catalogue, cancel), cancel)
            : await list.PageAsync(Filter, viewer, catalogue, cancel);
        Shown = new RowsShown(Rows.Items, viewer, catalogue) { IsDense = Filter.IsDense, HasBoxes = MayAssign, Columns = ListColumns.Read(Filter.Columns), Found = await Found.LoadAsync(db, list.Sought(Filter), Rows.Items, cancel) };
        Selects = FilterSelects.Of(texts, viewer.Offices, catalogue, viewer.Today);
        Chips = FilterChip.Of(Filter, texts, viewer.Offices, catalogue);
        Quick = [.. QuickFilters.For(viewer).Select(q => (texts[q.Label], q.Filter))];
    }

    // What is late or near depends on the moment, and what a word finds on the synonyms of that moment.
    private static bool DependsOnTheDataAlone(MatterFilter filter) => filter is { Light: null, With: null, Words: null };
}
