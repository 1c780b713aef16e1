using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>Lists and counts of matters. A page of a list is two queries, whatever it shows; a count is one.</summary>
internal sealed class MatterListQuery(ZhuoluoContext db)
{
    public const int PageSize = 25;
    public const int DensePageSize = 50;

    public async Task<Paged<MatterRow>> PageAsync(MatterFilter filter, Viewer viewer, Catalogue catalogue, CancellationToken cancel)
    {
        var size = filter.IsDense ? DensePageSize : PageSize;
        var matching = db.Matching(filter, viewer, catalogue);
        var total = await matching.LongCountAsync(cancel);
        var number = (int)Math.Min(filter.Page, Math.Max(1, (total + size - 1) / size));
        var rows = await MatterRow.From(Ordered(matching, filter.Sort).Skip((number - 1) * size).Take(size)).ToListAsync(cancel);
        return new Paged<MatterRow>(rows, total, number, size);
    }

    public Task<List<MatterRow>> FirstAsync(MatterFilter filter, int most, Viewer viewer, Catalogue catalogue, CancellationToken cancel) =>
        MatterRow.From(Ordered(db.Matching(filter, viewer, catalogue), filter.Sort).Take(most)).ToListAsync(cancel);

    /// <summary>All of them, one by one as the database gives them, for a file.</summary>
    public IAsyncEnumerable<MatterRow> AllAsync(MatterFilter filter, Viewer viewer, Catalogue catalogue) =>
        MatterRow.From(Ordered(db.Matching(filter, viewer, catalogue), filter.Sort)).AsAsyncEnumerable();

    public Task<long> CountAsync(MatterFilter filter, Viewer viewer, Catalogue catalogue, CancellationToken cancel) =>
        db.Matching(filter, viewer, catalogue).LongCountAsync(cancel);

    // Ids are ordered by time of registration, so the first two need no index of their own.
    private static IQueryable<Matter> Ordered(IQueryable<Matter> matters, MatterSort sort) => sort switch
    {
        MatterSort.Oldest => matters.OrderBy(m => m.Id),
        MatterSort.Due => matters.OrderBy(m => m.DueAt == null || m.IsPaused).ThenBy(m => m.DueAt).ThenBy(m => m.Id),
        MatterSort.Changed => matters.OrderByDescending(m => m.UpdatedAt).ThenByDescending(m => m.Id),
        _ => matters.OrderByDescending(m => m.Id),
    };
}
