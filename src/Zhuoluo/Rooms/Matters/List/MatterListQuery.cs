using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Matters.Terms;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>Lists and counts of matters. A page of a list is two queries, whatever it shows; a count is one.</summary>
internal sealed class MatterListQuery(ZhuoluoContext db, WordBook words, MatterCount counts)
{
    public const int PageSize = 25;
    public const int DensePageSize = 50;

    public async Task<Paged<MatterRow>> PageAsync(MatterFilter filter, Viewer viewer, Catalogue catalogue, CancellationToken cancel)
    {
        var size = filter.IsDense ? DensePageSize : PageSize;
        if (IsByWordsAlone(filter, viewer))
        {
            return await FoundAsync(filter, viewer, size, cancel);
        }
        var matching = Matching(filter, viewer, catalogue);
        var total = await CountAsync(filter, viewer, catalogue, cancel);
        var number = (int)Math.Min(filter.Page, Math.Max(1, (total + size - 1) / size));
        var rows = await MatterRow.From(Ordered(matching, filter.Sort).Skip((number - 1) * size).Take(size)).ToListAsync(cancel);
        return new Paged<MatterRow>(rows, total, number, size);
    }

    public async Task<List<MatterRow>> FirstAsync(MatterFilter filter, int most, Viewer viewer, Catalogue catalogue, CancellationToken cancel)
    {
        var matching = Matching(filter, viewer, catalogue);
        if (filter.Sort != MatterSort.Due)
        {
            return await MatterRow.From(Ordered(matching, filter.Sort).Take(most)).ToListAsync(cancel);
        }
        // Those whose limit runs come first and lie in an index in this order; the others are looked at only where these are too few.
        var rows = await MatterRow.From(matching.Where(m => m.DueAt != null && !m.IsPaused).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(most)).ToListAsync(cancel);
        if (rows.Count < most)
        {
            rows.AddRange(await MatterRow.From(matching.Where(m => m.DueAt == null || m.IsPaused).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(most - rows.Count)).ToListAsync(cancel));
        }
        return rows;
    }

    /// <summary>All of them, one by one as the database gives them, for a file.</summary>
    public IAsyncEnumerable<MatterRow> AllAsync(MatterFilter filter, Viewer viewer, Catalogue catalogue) =>
        MatterRow.From(Ordered(Matching(filter, viewer, catalogue), filter.Sort)).AsAsyncEnumerable();

    public Task<long> CountAsync(MatterFilter filter, Viewer viewer, Catalogue catalogue, CancellationToken cancel) =>
        counts.CountAsync(filter, viewer, catalogue, Sought(filter), cancel);

    /// <summary>How many, but counted no further than <paramref name="most"/>.</summary>
    public Task<int> CountUpToAsync(MatterFilter filter, int most, Viewer viewer, Catalogue catalogue, CancellationToken cancel) =>
        Matching(filter, viewer, catalogue).Select(m => m.Id).Take(most).CountAsync(cancel);

    /// <summary>How many each town has.</summary>
    public async Task<IReadOnlyDictionary<string, long>> PerTownAsync(MatterFilter filter, Viewer viewer, Catalogue catalogue, CancellationToken cancel) =>
        await Matching(filter, viewer, catalogue).GroupBy(m => m.TownCode).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    /// <summary>The words of the filter with their synonyms; null where it has none.</summary>
    public SearchQuery? Sought(MatterFilter filter) => filter.Words is { } typed ? words.Query(typed) : null;

    private IQueryable<Matter> Matching(MatterFilter filter, Viewer viewer, Catalogue catalogue) => db.Matching(filter, viewer, catalogue, Sought(filter));

    // Then the index alone knows which and how many, without a look at a single matter. It holds no confidential one.
    private static bool IsByWordsAlone(MatterFilter filter, Viewer viewer) =>
        filter.Words is { } typed && filter.Sort == MatterSort.Newest && viewer.Sight.SeesAll && !MatterNumbers.IsOne(typed)
        && (filter.Narrowing with { Words = null }) == MatterFilter.All;

    private async Task<Paged<MatterRow>> FoundAsync(MatterFilter filter, Viewer viewer, int size, CancellationToken cancel)
    {
        var query = Sought(filter)!;
        var hits = await MatterSearch.FindAsync(db, query, size, (filter.Page - 1) * size, null, cancel);
        var number = (int)Math.Min(filter.Page, Math.Max(1, (hits.Total + size - 1) / size));
        if (number < filter.Page)
        {
            hits = await MatterSearch.FindAsync(db, query, size, (number - 1) * size, null, cancel);
        }
        var ids = hits.Ids;
        // Put into order here: asked for an order SQLite would walk down all matters to find these few.
        var rows = await MatterRow.From(viewer.Sight.Seen(db).Where(m => ids.Contains(m.Id))).ToListAsync(cancel);
        return new Paged<MatterRow>([.. rows.OrderByDescending(r => r.Id)], hits.Total, number, size);
    }

    // Ids are ordered by time of registration, so the first two need no index of their own.
    private static IQueryable<Matter> Ordered(IQueryable<Matter> matters, MatterSort sort) => sort switch
    {
        MatterSort.Oldest => matters.OrderBy(m => m.Id),
        MatterSort.Due => matters.OrderBy(m => m.DueAt == null || m.IsPaused).ThenBy(m => m.DueAt).ThenBy(m => m.Id),
        MatterSort.Changed => matters.OrderByDescending(m => m.UpdatedAt).ThenByDescending(m => m.Id),
        _ => matters.OrderByDescending(m => m.Id),
    };
}
