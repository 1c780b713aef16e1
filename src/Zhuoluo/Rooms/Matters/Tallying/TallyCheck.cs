using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Tallying;

/// <summary>Counts the matters anew: to see whether the tallies are right, or to put them right.</summary>
internal sealed class TallyCheck(Writer writer, Pump pump)
{
    private const int RowsAtOnce = 5000;

    /// <summary>The tallies that differ from a fresh count; empty when all is right.</summary>
    public async Task<IReadOnlyList<Difference>> CompareAsync(Act act, CancellationToken cancel)
    {
        await pump.DrainAsync(cancel);
        // Inside the writer, so that nothing changes between the two counts.
        var outcome = await writer.WriteAsync<List<Difference>>(act, async work =>
        {
            var expected = await CountAsync(work.Db, (_, _) => Task.CompletedTask, cancel);
            var right = expected.ToDictionary(KeyOf, t => t.Count);
            var kept = await work.Db.Set<Tally>().AsNoTracking().Where(t => t.Count != 0).ToDictionaryAsync(KeyOf, t => t.Count, cancel);
            return right.Keys.Union(kept.Keys)
                .Select(k => new Difference(k, right.GetValueOrDefault(k), kept.GetValueOrDefault(k)))
                .Where(d => d.Counted != d.Kept)
                .ToList();
        }, cancel);
        return outcome.Match(found => found, _ => []);
    }

    /// <summary>Throws the tallies away and counts anew; returns how many matters were counted.</summary>
    public async Task<int> RebuildAsync(Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync<int>(act, async work =>
        {
            await work.Db.Set<Tally>().ExecuteDeleteAsync(cancel);
            await work.Db.Set<TallyMark>().ExecuteDeleteAsync(cancel);
            await work.Db.Set<HeldMark>().ExecuteDeleteAsync(cancel);
            var counted = 0;
            var tallies = await CountAsync(work.Db, async (marks, held) =>
            {
                counted += marks.Count;
                await work.InsertManyAsync(marks, cancel);
                await work.InsertManyAsync(held, cancel);
            }, cancel);
            await work.InsertManyAsync(tallies, cancel);
            return counted;
        }, cancel);
        return outcome.Match(counted => counted, _ => 0);
    }

    private static async Task<IReadOnlyCollection<Tally>> CountAsync(ZhuoluoContext db, Func<IReadOnlyCollection<TallyMark>, IReadOnlyCollection<HeldMark>, Task> each, CancellationToken cancel)
    {
        var deltas = new Deltas();
        for (var after = 0L; ;)
        {
            var matters = await db.Set<Matter>().AsNoTracking().Where(m => m.Id > after).OrderBy(m => m.Id).Take(RowsAtOnce).ToListAsync(cancel);
            if (matters.Count == 0)
            {
                return deltas.ToTallies();
            }
            var stand = await MatterStand.ReadAsync(db, matters, cancel);
            foreach (var mark in stand.Marks)
            {
                deltas.Add(mark);
            }
            foreach (var held in stand.Held)
            {
                deltas.Add(held);
            }
            await each(stand.Marks, stand.Held);
            after = matters[^1].Id;
        }
    }

    private static TallyKey KeyOf(Tally tally) => new(tally.By, tally.DriveId, tally.Key, tally.Month, tally.State, tally.Outcome);
}

/// <param name="Key">Which tally.</param>
/// <param name="Counted">What a fresh count gives.</param>
/// <param name="Kept">What the table says.</param>
internal sealed record Difference(TallyKey Key, long Counted, long Kept);
