using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure.ShowUnits;

/// <summary>Counts per lead unit with the same conditions that the records behind the numbers are listed with; what people said comes from Evaluation.</summary>
internal sealed class UnitQuery(ZhuoluoContext db, RatesQuery rates)
{
    public async Task<IReadOnlyList<UnitFigures>> AskAsync(PublicFilter filter, RatePeriod period, Lookup lookup, CancellationToken cancel)
    {
        var matters = db.CountedMatters().Narrow(filter, lookup, db).Where(m => m.LeadUnitId != null);
        var handled = matters.Handled();
        var states = await matters.GroupBy(m => new { m.LeadUnitId, m.State }).Select(g => new { g.Key.LeadUnitId, g.Key.State, Count = g.Count() }).ToListAsync(cancel);
        var measured = await PerUnitAsync(handled.Measured(db, lookup.Now), cancel);
        var overran = await PerUnitAsync(handled.Overran(db, lookup.Now), cancel);
        var said = (await rates.AskAsync(period, cancel)).ToDictionary(u => u.UnitId!.Value);
        var held = await HeldAsync(filter, cancel);
        return [.. states.GroupBy(s => s.LeadUnitId!.Value).Select(g => new UnitFigures(g.Key)
        {
            Received = g.Sum(s => s.Count),
            Excluded = g.Where(s => StateWords.WithoutHandling.Contains(s.State)).Sum(s => s.Count),
            Open = g.Where(s => s.State.IsOpen()).Sum(s => s.Count),
            Closed = g.Where(s => s.State == MatterState.Closed).Sum(s => s.Count),
            Measured = measured.GetValueOrDefault(g.Key),
            Overran = overran.GetValueOrDefault(g.Key),
            Said = said.GetValueOrDefault(g.Key) ?? new UnitRates(g.Key),
            Returned = (int)(held.GetValueOrDefault(g.Key)?.Returned ?? 0),
            Holdings = (int)(held.GetValueOrDefault(g.Key)?.Ended ?? 0),
            HeldMicroseconds = held.GetValueOrDefault(g.Key)?.Microseconds ?? 0,
        }).OrderBy(u => lookup.UnitCode(u.UnitId), StringComparer.Ordinal)];
    }

    private static async Task<Dictionary<long, int>> PerUnitAsync(IQueryable<Matter> matters, CancellationToken cancel) =>
        await matters.GroupBy(m => m.LeadUnitId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    // Counted for the unit that held it, not the one that leads now, and only of matters whose clock ran here: of a ledger taken over
    // only days are known, not when a unit got a matter. In the database: it holds a row for every hand a matter went through.
    private async Task<Dictionary<long, HeldSum>> HeldAsync(PublicFilter period, CancellationToken cancel)
    {
        var (from, to) = (period.From ?? new DateOnly(1900, 1, 1), period.To ?? new DateOnly(2999, 12, 31));
        var rows = await db.Database.SqlQuery<HeldSum>($"""
            SELECT h.unit_id AS "UnitId", COUNT(*) AS "Ended", CAST(SUM(CASE WHEN h."end" = {(int)HoldingEnd.Returned} THEN 1 ELSE 0 END) AS bigint) AS "Returned",
                CAST(SUM(h."to" - h."from") AS bigint) AS "Microseconds"
            FROM holding h JOIN matter m ON m.id = h.matter_id
            WHERE h.part = {(int)HoldingPart.Lead} AND h."to" IS NOT NULL AND NOT m.is_confidential AND m.opened_on >= {from} AND m.opened_on <= {to}
                AND EXISTS (SELECT 1 FROM clock c WHERE c.matter_id = m.id AND c.start_at <= m.registered_at)
            GROUP BY h.unit_id
            """).ToListAsync(cancel);
        return rows.ToDictionary(r => r.UnitId);
    }

    private sealed record HeldSum(long UnitId, long Ended, long Returned, long Microseconds);
}
