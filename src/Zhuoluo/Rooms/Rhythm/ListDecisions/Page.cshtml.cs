using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm.ListDecisions;

/// <summary>What meetings decided and what became of it.</summary>
[Needs(Capability.SeeRhythm)]
internal sealed class DecisionsPage(ZhuoluoContext db, DecisionsHandler handler, Offices offices, Texts texts) : PageModel
{
    public const int PageSize = 50;

    public DecisionForm Form { get; private set; } = new();
    public string Show { get; private set; } = "open";
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();
    public Paged<Decision> Rows { get; private set; } = new([], 0, 1, PageSize);
    public OfficesSnapshot Offices => offices.Current;
    public DateOnly Today => HttpContext.Today();

    public Unit? Unit { get; private set; }

    public string To(string show) => OpenDecisionsQuery.Address(show, Unit?.Code);

    public Task OnGetAsync(string? show, string? unit, int? p, CancellationToken cancel) => LoadAsync(show, unit, p ?? 1, cancel);

    public Task<IActionResult> OnPostFinishAsync([Bind(Prefix = nameof(Form))] DecisionForm form, CancellationToken cancel) =>
        DoneAsync(form, () => handler.FinishAsync(new FinishDecision(form.Id, form.On ?? Today, form.Text, form.Version), HttpContext.Act(), cancel), "rhythm.said-done", cancel);

    public Task<IActionResult> OnPostReopenAsync([Bind(Prefix = nameof(Form))] DecisionForm form, CancellationToken cancel) =>
        DoneAsync(form, () => handler.ReopenAsync(new ReopenDecision(form.Id, form.Text, form.Version), HttpContext.Act(form.Text), cancel), "rhythm.reopened", cancel);

    private async Task<IActionResult> DoneAsync(DecisionForm form, Func<Task<Outcome<Decision>>> change, string said, CancellationToken cancel)
    {
        Form = form;
        await LoadAsync(null, null, 1, cancel);
        return this.Settle(await change(), texts[said], "/rhythm/decisions");
    }

    private async Task LoadAsync(string? show, string? unit, int page, CancellationToken cancel)
    {
        var today = Today;
        var all = db.Set<Decision>().AsQueryable();
        if (RhythmScope.UnitsOf(HttpContext.Actor(), offices.Current) is { Count: > 0 } units)
        {
            all = all.Where(d => units.Contains(d.UnitId));
        }
        Unit = unit is null ? null : offices.Current.UnitByCode(unit);
        if (unit is not null)
        {
            var only = Unit?.Id ?? 0;
            all = all.Where(d => d.UnitId == only);
        }
        var open = all.Where(d => d.DoneOn == null);
        var overdue = open.Where(d => d.DueOn < today);
        var done = all.Where(d => d.DoneOn != null);
        Counts = new Dictionary<string, int> { ["open"] = await open.CountAsync(cancel), ["overdue"] = await overdue.CountAsync(cancel), ["done"] = await done.CountAsync(cancel) };
        Show = show is "overdue" or "done" ? show : "open";
        var shown = Show == "overdue" ? overdue : Show == "done" ? done : open;
        page = Math.Clamp(page, 1, 100_000);
        Rows = new(await shown.OrderBy(d => d.DueOn).ThenBy(d => d.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel), Counts[Show], page, PageSize);
    }
}

internal sealed class DecisionForm
{
    public long Id { get; set; }
    public int Version { get; set; }
    public DateOnly? On { get; set; }
    public string? Text { get; set; }
}
