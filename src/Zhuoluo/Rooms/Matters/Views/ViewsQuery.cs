using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Views;

/// <summary>A kept list as it is offered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Filter">What it shows.</param>
/// <param name="IsShared">Seen by the unit.</param>
/// <param name="IsOwn">May be removed by the reader.</param>
internal sealed record ViewShown(long Id, string Name, MatterFilter Filter, bool IsShared, bool IsOwn)
{
    /// <summary>How many, up to <see cref="ViewsQuery.CountedMost"/>; null while not counted.</summary>
    public int? Count { get; init; }
}

/// <summary>The lists that a person kept or that are shared with a unit of theirs.</summary>
internal sealed class ViewsQuery(ZhuoluoContext db, MatterListQuery list, Kept kept)
{
    /// <summary>A count on a link need not be more exact than "very many".</summary>
    public const int CountedMost = 999;
    private const int Most = 12;

    public async Task<IReadOnlyList<ViewShown>> OfAsync(Actor who, CancellationToken cancel)
    {
        var person = who.PersonId;
        var units = who.Grants.Select(g => g.UnitId).Where(u => u is not null).Distinct().ToList();
        var views = await kept.GetAsync(("views", person, string.Join(',', units)), () => db.Set<SavedView>()
            .Where(v => v.PersonId == person || (v.UnitId != null && units.Contains(v.UnitId))).OrderBy(v => v.Id).Take(Most).ToListAsync(cancel), cancel);
        return
        [
            .. views.Select(v => new ViewShown(
                v.Id, v.Name, FilterAddress.Read(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(v.Query)) with { Columns = v.Columns.Length > 0 ? v.Columns : null },
                v.UnitId is not null, v.PersonId == person)),
        ];
    }

    /// <summary>The same with their numbers: one bounded count each.</summary>
    public async Task<IReadOnlyList<ViewShown>> CountedAsync(Viewer viewer, CancellationToken cancel)
    {
        var views = await OfAsync(viewer.Who, cancel);
        if (views.Count == 0)
        {
            return views;
        }
        var catalogue = await Catalogue.LoadAsync(db, cancel);
        var counted = new List<ViewShown>(views.Count);
        foreach (var view in views)
        {
            counted.Add(view with { Count = await list.CountUpToAsync(view.Filter, CountedMost + 1, viewer, catalogue, cancel) });
        }
        return counted;
    }

    public async Task<bool> IsDenseAsync(Actor who, CancellationToken cancel)
    {
        var person = who.PersonId;
        return await kept.GetAsync(("taste", person), () => db.Set<ListTaste>().Where(t => t.PersonId == person).Select(t => t.IsDense).FirstOrDefaultAsync(cancel), cancel);
    }
}
