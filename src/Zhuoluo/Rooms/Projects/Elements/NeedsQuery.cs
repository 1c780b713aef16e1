using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Elements;

/// <summary>Needs of one project, or of all.</summary>
internal sealed class NeedsQuery(ZhuoluoContext db)
{
    public const int PageSize = 50;

    /// <summary>Open ones first, by their day; of one project.</summary>
    public Task<List<ElementNeed>> OfAsync(long projectId, CancellationToken cancel) =>
        db.Set<ElementNeed>().AsNoTracking().Where(n => n.ProjectId == projectId).OrderBy(n => n.State).ThenBy(n => n.DueOn).ThenBy(n => n.Id).ToListAsync(cancel);

    /// <summary>Open ones first, by their day.</summary>
    public async Task<Paged<NeedLine>> PageAsync(NeedFilter filter, DateOnly today, CancellationToken cancel)
    {
        var needs = Matching(filter, today);
        var total = await needs.LongCountAsync(cancel);
        var number = (int)Math.Min(filter.Page, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await needs.Join(db.Set<Project>(), n => n.ProjectId, p => p.Id, (n, p) => new { Need = n, p.Number, p.Name })
            .OrderBy(l => l.Need.AnsweredOn != null).ThenBy(l => l.Need.DueOn).ThenBy(l => l.Need.Id).Skip((number - 1) * PageSize).Take(PageSize).Select(l => new NeedLine(l.Need, l.Number, l.Name)).ToListAsync(cancel);
        return new Paged<NeedLine>(rows, total, number, PageSize);
    }

    /// <summary>By state, and how many are overdue.</summary>
    public async Task<(IReadOnlyDictionary<NeedState, long> States, long Overdue)> CountsAsync(DateOnly today, CancellationToken cancel)
    {
        var states = await db.Set<ElementNeed>().GroupBy(n => n.State).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return (states, await Matching(new NeedFilter { IsOverdue = true }, today).LongCountAsync(cancel));
    }

    private IQueryable<ElementNeed> Matching(NeedFilter filter, DateOnly today)
    {
        var needs = db.Set<ElementNeed>().AsNoTracking();
        if (filter.State is { } state)
        {
            needs = needs.Where(n => n.State == state);
        }
        if (filter.Kind is { } kind)
        {
            needs = needs.Where(n => n.Kind == kind);
        }
        if (filter.UnitId is { } unit)
        {
            needs = needs.Where(n => n.UnitId == unit);
        }
        return filter.IsOverdue ? needs.Where(n => n.AnsweredOn == null && n.DueOn < today) : needs;
    }
}

internal sealed record NeedLine(ElementNeed Need, string Number, string Name);

/// <summary>Which needs; the address says all of it.</summary>
internal sealed record NeedFilter
{
    public const string Address = "/projects/needs";

    public NeedState? State { get; init; }
    public ElementKind? Kind { get; init; }
    public long? UnitId { get; init; }
    public bool IsOverdue { get; init; }
    public int Page { get; init; } = 1;

    public static NeedFilter Read(IQueryCollection query) => new()
    {
        State = Word<NeedState>.Read(query["state"]),
        Kind = Word<ElementKind>.Read(query["kind"]),
        UnitId = long.TryParse(query["unit"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var unit) ? unit : null,
        IsOverdue = query["overdue"] == "1",
        Page = int.TryParse(query["p"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1_000_000) : 1,
    };
}
