using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure;

/// <summary>How many, of what, where each stands.</summary>
internal sealed record Amount(string Key, long Received, long Closed, long Open)
{
    /// <summary>Declined, passed on, merged, repeated, withdrawn.</summary>
    public long Otherwise => Received - Closed - Open;

    public static Amount Of(string key, IEnumerable<(MatterState State, long Count)> counts)
    {
        var all = counts.ToList();
        return new Amount(key, all.Sum(c => c.Count), all.Where(c => c.State == MatterState.Closed).Sum(c => c.Count), all.Where(c => c.State.IsOpen()).Sum(c => c.Count));
    }
}

/// <summary>
/// Counts from the tallies, so that they cost the same however many matters there are. Broken-down tallies hold no confidential
/// matter; each covers all others, so that any sum is the public total, and the kinds, of which there are fewest rows, give what no breakdown shows.
/// </summary>
internal sealed class TallyQuery(ZhuoluoContext db)
{
    public async Task<IReadOnlyList<Amount>> ByAsync(TallyBy by, long? driveId, CancellationToken cancel)
    {
        var rows = await Of(by, driveId).GroupBy(t => new { t.Key, t.State }).Select(g => new { g.Key.Key, g.Key.State, Count = g.Sum(t => t.Count) }).ToListAsync(cancel);
        return [.. rows.GroupBy(r => r.Key).Select(g => Amount.Of(g.Key, g.Select(r => (r.State, r.Count)))).Where(a => a.Received > 0).OrderBy(a => a.Key, StringComparer.Ordinal)];
    }

    /// <summary>By month of opening, 2026-03.</summary>
    public async Task<IReadOnlyList<Amount>> ByMonthAsync(long? driveId, CancellationToken cancel)
    {
        var rows = await Of(TallyBy.Kind, driveId).GroupBy(t => new { t.Month, t.State }).Select(g => new { g.Key.Month, g.Key.State, Count = g.Sum(t => t.Count) }).ToListAsync(cancel);
        return [.. rows.GroupBy(r => r.Month).OrderBy(g => g.Key).Select(g => Amount.Of(PublicFilter.MonthOf(g.Key), g.Select(r => (r.State, r.Count)))).Where(a => a.Received > 0)];
    }

    public async Task<IReadOnlyDictionary<long, Amount>> ByDriveAsync(CancellationToken cancel)
    {
        var rows = await Of(TallyBy.Kind, null).GroupBy(t => new { t.DriveId, t.State }).Select(g => new { g.Key.DriveId, g.Key.State, Count = g.Sum(t => t.Count) }).ToListAsync(cancel);
        return rows.GroupBy(r => r.DriveId).ToDictionary(g => g.Key, g => Amount.Of("", g.Select(r => (r.State, r.Count))));
    }

    /// <summary>Counts by town and month of opening, for the months from <paramref name="firstMonth"/> (yyyymm) on.</summary>
    public async Task<IReadOnlyDictionary<(string Town, int Month), long>> TownsByMonthAsync(int firstMonth, CancellationToken cancel) =>
        (await Of(TallyBy.Town, null).Where(t => t.Month >= firstMonth).GroupBy(t => new { t.Key, t.Month })
            .Select(g => new { g.Key.Key, g.Key.Month, Count = g.Sum(t => t.Count) }).ToListAsync(cancel)).ToDictionary(r => (r.Key, r.Month), r => r.Count);

    public async Task<IReadOnlyDictionary<MatterOutcome, long>> OutcomesAsync(long? driveId, CancellationToken cancel) =>
        (await Of(TallyBy.Kind, driveId).GroupBy(t => t.Outcome).Select(g => new { g.Key, Count = g.Sum(t => t.Count) }).ToListAsync(cancel)).ToDictionary(r => r.Key, r => r.Count);

    private IQueryable<Tally> Of(TallyBy by, long? driveId) => db.Set<Tally>().Where(t => t.By == by && t.Count != 0 && (driveId == null || t.DriveId == driveId));
}
