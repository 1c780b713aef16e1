using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Tallying;

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
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await ChangedAsync(cancel) is not { } changed)
            {
                return null;
            }
            var tallies = ask.Of(db.Set<Tally>());
            var kept = await db.Set<LedgerHead>().Select(_ => new { Next = Next().Max(), Sum = tallies.Sum(t => t.Count) + beside.LongCount() }).SingleAsync(cancel);
            if ((kept.Next ?? 0) == changed.From)
            {
                return kept.Sum + changed.Keys.Where(k => ask.Has(k.Key)).Sum(k => k.By);
            }
            // The follower has moved meanwhile: marks and tallies are of two moments.
            _changed = null;
        }
        return null;
    }

    private async Task<Changed?> ChangedAsync(CancellationToken cancel)
    {
        if (_changed is not null)
        {
            return _changed;
        }
        var from = await Next().MaxAsync(cancel) ?? 0;
        var ids = await db.Set<LedgerEntry>().Where(e => e.Idx >= from && e.SubjectKind == "matter").Select(e => e.SubjectId)
            .Concat(db.Set<PendingEntry>().Where(p => p.SubjectKind == "matter").Select(p => p.SubjectId)).Take(MostChanged + 1).ToListAsync(cancel);
        if (ids.Count > MostChanged)
        {
            return null;
        }
        return _changed = new Changed(from, ids.Count == 0 ? [] : await KeysAsync([.. ids.Distinct()], cancel));
    }

    private async Task<IReadOnlyList<(TallyKey Key, long By)>> KeysAsync(List<long> ids, CancellationToken cancel)
    {
        var matters = await db.Set<Matter>().Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
        var marks = await db.Set<TallyMark>().Where(m => ids.Contains(m.MatterId)).ToListAsync(cancel);
        var now = (await MatterStand.ReadAsync(db, matters, cancel)).Marks;
        return [.. now.SelectMany(TallyKeys.Of).Select(k => (k, 1L)), .. marks.Where(m => now.Any(n => n.MatterId == m.MatterId)).SelectMany(TallyKeys.Of).Select(k => (k, -1L))];
    }

    private IQueryable<long?> Next() => db.Set<FollowerPosition>().Where(p => p.Name == TalliesFollower.Position).Select(p => (long?)p.Next);

    private sealed record Changed(long From, IReadOnlyList<(TallyKey Key, long By)> Keys);
}
