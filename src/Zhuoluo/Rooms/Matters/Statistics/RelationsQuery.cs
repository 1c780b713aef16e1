using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Statistics;

/// <summary>How many tickets of a period stand under a main matter or repeat an earlier one (rules A5.2): from two small indexes, whatever the number of tickets.</summary>
internal sealed class RelationsQuery(ZhuoluoContext db)
{
    public async Task<(long Under, long Repeats)> ReadAsync(StatisticsFilter filter, CancellationToken cancel)
    {
        var (from, to) = (filter.From?.First ?? DateOnly.MinValue, filter.To?.Last ?? DateOnly.MaxValue);
        var under = await db.Set<Matter>().Where(m => m.MainMatterId != null && !m.IsConfidential && m.OpenedOn >= from && m.OpenedOn <= to).LongCountAsync(cancel);
        var repeats = await db.Set<Matter>().Where(m => m.RepeatOfId != null && m.MainMatterId == null && !m.IsConfidential && m.OpenedOn >= from && m.OpenedOn <= to).LongCountAsync(cancel);
        return (under, repeats);
    }
}
