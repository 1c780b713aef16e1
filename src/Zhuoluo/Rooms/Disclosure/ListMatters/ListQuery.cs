using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure.ListMatters;

/// <summary>Pages of public rows, newest first: ids are ordered by time of registration.</summary>
internal sealed class ListQuery(ZhuoluoContext db)
{
    public const int PageSize = 20;

    public async Task<Paged<PublicRow>> PageAsync(IQueryable<Matter> matters, int asked, CancellationToken cancel) =>
        await PageAsync(matters, await matters.LongCountAsync(cancel), asked, cancel);

    /// <summary>The same where it is known how many there are.</summary>
    public async Task<Paged<PublicRow>> PageAsync(IQueryable<Matter> matters, long total, int asked, CancellationToken cancel)
    {
        var number = (int)Math.Min(asked, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = await PublicRow.From(db, matters).OrderByDescending(r => r.Id)
            .Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return new Paged<PublicRow>(rows, total, number, PageSize);
    }

    public Task<List<PublicRow>> NewestAsync(IQueryable<Matter> matters, int most, CancellationToken cancel) =>
        PublicRow.From(db, matters).OrderByDescending(r => r.Id).Take(most).ToListAsync(cancel);

    /// <summary>For the API: what comes after a mark, which is the id of the last one seen.</summary>
    public Task<List<PublicRow>> AfterAsync(IQueryable<Matter> matters, long? mark, int most, CancellationToken cancel)
    {
        var rows = PublicRow.From(db, mark is { } last ? matters.Where(m => m.Id < last) : matters);
        return rows.OrderByDescending(r => r.Id).Take(most).ToListAsync(cancel);
    }
}
