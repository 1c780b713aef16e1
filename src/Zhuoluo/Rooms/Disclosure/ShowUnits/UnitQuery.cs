using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure.ShowUnits;

/// <summary>
/// Counts per lead unit, each equal to the records that it opens, from tallies of years or of all; what people said comes from Evaluation.
/// What a unit held is counted for the unit that held it, not the one that leads now, and only of matters whose clock ran here.
/// </summary>
internal sealed class UnitQuery(ZhuoluoContext db, ExactTallies tallies, RatesQuery rates)
{
    public async Task<IReadOnlyList<UnitFigures>> AskAsync(PublicFilter filter, RatePeriod period, Lookup lookup, CancellationToken cancel)
    {
        var stands = await StandsAsync(filter, cancel);
        var running = await RunningAsync(filter, lookup, cancel);
        var said = (await rates.AskAsync(period, cancel)).ToDictionary(u => u.UnitId!.Value);
        var held = (await SumsAsync([TallyBy.Held, TallyBy.HeldReturned, TallyBy.HeldTime], filter, cancel)).ToDictionary(s => (s.By, Unit: Number(s.Key)), s => s.Count);
        return [.. stands.GroupBy(s => s.UnitId).Select(g => new UnitFigures(g.Key)
        {
            Received = Sum(g),
            Excluded = Sum(g.Where(s => StateWords.WithoutHandling.Contains(s.State))),
            Open = Sum(g.Where(s => s.State.IsOpen())),
            Closed = Sum(g.Where(s => s.State == MatterState.Closed)),
            Measured = Sum(g.Where(s => s.IsHandled && s.Standing != LimitStanding.None)) + running[g.Key].Count(r => !r.IsMeasured),
            Overran = Sum(g.Where(s => s.IsHandled && s.Standing == LimitStanding.Overran)) + running[g.Key].Count(r => !r.HasOverrun),
            Said = said.GetValueOrDefault(g.Key) ?? new UnitRates(g.Key),
            Returned = (int)held.GetValueOrDefault((TallyBy.HeldReturned, g.Key)),
            Holdings = (int)held.GetValueOrDefault((TallyBy.Held, g.Key)),
            HeldMicroseconds = held.GetValueOrDefault((TallyBy.HeldTime, g.Key)),
        }).OrderBy(u => lookup.UnitCode(u.UnitId), StringComparer.Ordinal)];
    }

    // Confidential ones are in no tally of units. A tally of years or of all holds as many rows as there are units, states and standings.
    private async Task<List<Stand>> StandsAsync(PublicFilter filter, CancellationToken cancel) =>
        [.. (await SumsAsync([filter.From is null ? TallyBy.UnitEver : TallyBy.UnitYear], filter, cancel)).Select(s => new Stand(Number(s.Key.Split('/')[0]), (LimitStanding)Number(s.Key.Split('/')[1]), s.State, s.Count))];

    private Task<IReadOnlyList<TallySum>> SumsAsync(TallyBy[] by, PublicFilter filter, CancellationToken cancel) =>
        tallies.SumsAsync(by, filter.From is { } from ? from.Year * 100 : 0, cancel);

    // Limits that ran out and still run: whether they have is a matter of the hour, so no tally can know. What they were before is known with them.
    private async Task<ILookup<long, Running>> RunningAsync(PublicFilter filter, Lookup lookup, CancellationToken cancel)
    {
        var now = lookup.Now;
        var over = db.Set<Clock>().Where(c => c.StoppedAt == null && c.DueAt <= now && (c.Stage == ClockStage.Handle || c.Stage == ClockStage.Redo)).Select(c => c.MatterId);
        var rows = await db.CountedMatters().Narrow(filter, lookup, db).Where(m => m.LeadUnitId != null && over.Contains(m.Id)).RanOut(db, now)
            .Select(m => new Running(m.LeadUnitId!.Value,
                db.Set<Clock>().Any(c => c.MatterId == m.Id && c.StoppedAt != null && (c.Stage == ClockStage.Handle || c.Stage == ClockStage.Redo)),
                db.Set<Clock>().Any(c => c.MatterId == m.Id && c.StoppedAt > c.DueAt && (c.Stage == ClockStage.Handle || c.Stage == ClockStage.Redo)))).ToListAsync(cancel);
        return rows.ToLookup(r => r.UnitId);
    }

    private static int Sum(IEnumerable<Stand> stands) => (int)stands.Sum(s => s.Count);

    private static long Number(string key) => long.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed record Stand(long UnitId, LimitStanding Standing, MatterState State, long Count)
    {
        public bool IsHandled => !StateWords.WithoutHandling.Contains(State);
    }

    private sealed record Running(long UnitId, bool IsMeasured, bool HasOverrun);
}
