using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

internal static class Paging
{
    /// <summary>One page of rows in their order and how many there are: two queries. A page behind the last is the last.</summary>
    public static async Task<Paged<T>> PageAsync<T>(this IQueryable<T> ordered, int? page, int size, CancellationToken cancel)
    {
        var total = await ordered.LongCountAsync(cancel);
        var number = (int)Math.Clamp(page ?? 1, 1, Math.Max(1, (total + size - 1) / size));
        return new Paged<T>(await ordered.Skip((number - 1) * size).Take(size).ToListAsync(cancel), total, number, size);
    }
}
