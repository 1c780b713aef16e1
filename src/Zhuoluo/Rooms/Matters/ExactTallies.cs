using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Tallying;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// Sums of tallies put right by what was changed since they were last brought up, so that a number equals the list it opens at any moment and still
/// costs the same however many matters there are. For one request: what was changed is read once for all its sums.
/// </summary>
internal sealed class ExactTallies(ZhuoluoContext db)
{
    // With more than this the follower is far behind, as after an import; who counts then reads the records.
    private const int MostChanged = 400;
    private const int MostTries = 3;
    private Changed? _changed;

    /// <summary>How many, and how many beside; null while the tallies are too far behind.</summary>
    /// <param name="ask">Which tallies.</param>
    /// <param name="beside">What no tally of theirs holds.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<long?> CountAsync(TallyAsk ask, IQueryable<long> beside, CancellationToken cancel)
    {
        var tallies = ask.Of(db.Set<Tally>());
        var (isKnown, count) = await AtOneMomentAsync(async changed =>
        {
            var kept = await db.Set<LedgerHead>().Select(_ => new { Next = Next().Max(), Sum = tallies.Sum(t => t.Count) + beside.LongCount() }).SingleAsync(cancel);
            return (kept.Next ?? 0, kept.Sum + changed.Keys.Where(k => ask.Has(k.Key)).Sum(k => k.Amount));
        }, cancel);
        return isKnown ? count : null;
    }

    /// <summary>How many for each key, or for each month; null while the tallies are too far behind.</summary>
    public async Task<IReadOnlyDictionary<TPart, long>?> SplitAsync<TPart>(TallyAsk ask, Expression<Func<Tally, TPart>> by, Func<TallyKey, TPart> of, CancellationToken cancel)
        where TPart : notnull
    {
        var (isKnown, parts) = await AtOneMomentAsync(async changed =>
        {
            var kept = await ask.Of(db.Set<Tally>()).GroupBy(by).Select(g => new { g.Key, Sum = g.Sum(t => t.Count) }).ToListAsync(cancel);
            var exact = kept.Select(k => (k.Key, k.Sum)).Concat(changed.Keys.Where(k => ask.Has(k.Key)).Select(k => (Key: of(k.Key), Sum: k.Amount)))
                .GroupBy(k => k.Key).Select(g => (g.Key, Sum: g.Sum(k => k.Sum))).Where(k => k.Sum != 0).ToDictionary(k => k.Key, k => k.Sum);
            return (await NextAsync(cancel), exact);
        }, cancel);
        return isKnown ? parts : null;
    }

    // Reads until what was changed and what the tallies say are of one moment: the follower may move meanwhile.
    private async Task<(bool IsKnown, T Result)> AtOneMomentAsync<T>(Func<Changed, Task<(long Next, T Result)>> read, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries && await ChangedAsync(cancel) is { } changed; tries++)
        {
            var (next, result) = await read(changed);
            if (next == changed.From)
            {
                return (true, result);
            }
            _changed = null;
        }
        return (false, default!);
    }

    /// <summary>The sums of one month of coarse tallies, by key and state; while the tallies are too far behind, as they stand.</summary>
    public async Task<IReadOnlyList<TallySum>> SumsAsync(IReadOnlyCollection<TallyBy> by, int month, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            var changed = await ChangedAsync(cancel);
            var kept = await db.Set<Tally>().Where(t => by.Contains(t.By) && t.Month == month && t.Count != 0).Select(t => new TallySum(t.By, t.Key, t.State, t.Count)).ToListAsync(cancel);
            if (changed is null || tries == MostTries)
            {
                return kept;
            }
            if (await NextAsync(cancel) == changed.From)
            {
                return [.. kept.Concat(changed.Keys.Where(k => by.Contains(k.Key.By) && k.Key.Month == month).Select(k => new TallySum(k.Key.By, k.Key.Key, k.Key.State, k.Amount)))
                    .GroupBy(s => (s.By, s.Key, s.State)).Select(g => new TallySum(g.Key.By, g.Key.Key, g.Key.State, g.Sum(s => s.Count))).Where(s => s.Count != 0)];
            }
            _changed = null;
        }
    }

    private async Task<Changed?> ChangedAsync(CancellationToken cancel)
    {
        if (_changed is not null)
        {
            return _changed;
        }
        var from = await NextAsync(cancel);
        var ids = await db.Set<LedgerEntry>().Where(e => e.Idx >= from && e.SubjectKind == "matter").Select(e => e.SubjectId)
            .Concat(db.Set<PendingEntry>().Where(p => p.SubjectKind == "matter").Select(p => p.SubjectId)).Take(MostChanged + 1).ToListAsync(cancel);
        if (ids.Count > MostChanged)
        {
            return null;
        }
        return _changed = new Changed(from, ids.Count == 0 ? [] : await KeysAsync([.. ids.Distinct()], cancel));
    }

    private async Task<IReadOnlyList<(TallyKey Key, long Amount)>> KeysAsync(List<long> ids, CancellationToken cancel)
    {
        var matters = await db.Set<Matter>().Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
        var marks = await db.Set<TallyMark>().Where(m => ids.Contains(m.MatterId)).ToListAsync(cancel);
        var held = await db.Set<HeldMark>().Where(h => ids.Contains(h.MatterId)).ToListAsync(cancel);
        var now = await MatterStand.ReadAsync(db, matters, cancel);
        return
        [
            .. now.Marks.SelectMany(TallyKeys.Of).Select(k => (k, 1L)),
            .. marks.SelectMany(TallyKeys.Of).Select(k => (k, -1L)),
            .. now.Held.SelectMany(TallyKeys.Of),
            .. held.SelectMany(TallyKeys.Of).Select(k => (k.Key, -k.Amount)),
        ];
    }

    private IQueryable<long?> Next() => db.Set<FollowerPosition>().Where(p => p.Name == TalliesFollower.Position).Select(p => (long?)p.Next);

    private async Task<long> NextAsync(CancellationToken cancel) => await Next().MaxAsync(cancel) ?? 0;

    private sealed record Changed(long From, IReadOnlyList<(TallyKey Key, long Amount)> Keys);
}

/// <summary>How many stand in tallies of one breakdown, key and state.</summary>
internal sealed record TallySum(TallyBy By, string Key, MatterState State, long Count);
