using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

/// <summary>
/// Sequences and publishes what is pending and lets each follower catch up. Jobs and tests call <see cref="DrainAsync"/>; the server runs
/// <see cref="PumpService"/>.
/// </summary>
internal sealed class Pump(
    Sequencer sequencer, Publisher publisher, IEnumerable<IFollower> followers, Writer writer, ActFactory acts, IDbContextFactory<ZhuoluoContext> reads)
{
    private const int LargestBatch = 1000;

    // While entries come without a pause a checkpoint follows the one before after so long, which a person who waits for a receipt does not notice.
    private static readonly TimeSpan _betweenCheckpoints = TimeSpan.FromMilliseconds(50);

    /// <summary>Until nothing is pending, everything is published and every follower stands at the end.</summary>
    public async Task DrainAsync(CancellationToken cancel)
    {
        do
        {
            await SequenceAsync(cancel);
        }
        while (await FollowAsync(null, cancel));
    }

    /// <summary>Gives everything that is pending its place and publishes it; whether there was anything.</summary>
    public async Task<bool> SequenceAsync(CancellationToken cancel)
    {
        if (!await AnyPendingAsync(cancel))
        {
            return false;
        }
        var hasMoved = false;
        var published = Stopwatch.GetTimestamp();
        while (await sequencer.TurnAsync(cancel) > 0)
        {
            hasMoved = true;
            if (Stopwatch.GetElapsedTime(published) > _betweenCheckpoints)
            {
                await publisher.TurnAsync(cancel);
                published = Stopwatch.GetTimestamp();
            }
        }
        await publisher.TurnAsync(cancel);
        return hasMoved;
    }

    /// <summary>What was left unpublished by a process that ended, here or on another node.</summary>
    public Task<int> PublishAsync(CancellationToken cancel) => publisher.TurnAsync(cancel);

    /// <summary>Lets followers read what is sequenced, at the given pace or else as fast as it goes; whether there was anything.</summary>
    public async Task<bool> FollowAsync(Pace? pace, CancellationToken cancel)
    {
        var hasFollowed = false;
        for (var hasMoved = true; hasMoved;)
        {
            hasMoved = false;
            var begin = Stopwatch.GetTimestamp();
            foreach (var follower in await BehindAsync(cancel))
            {
                var turn = Stopwatch.GetTimestamp();
                var done = await FollowAsync(follower, pace?.TurnOf(follower.Name) ?? LargestBatch, cancel);
                pace?.Took(follower.Name, done, Stopwatch.GetElapsedTime(turn));
                hasMoved |= done > 0;
            }
            if (pace is not null && hasMoved)
            {
                await pace.RestAsync(Stopwatch.GetElapsedTime(begin), cancel);
            }
            hasFollowed |= hasMoved;
        }
        return hasFollowed;
    }

    /// <summary>How many entries each follower has still to read; shown by /health.</summary>
    public async Task<IReadOnlyDictionary<string, long>> LagAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var size = await db.Set<LedgerHead>().Select(h => h.Size).SingleAsync(cancel);
        var positions = await db.Set<FollowerPosition>().ToDictionaryAsync(p => p.Name, p => p.Next, cancel);
        return followers.ToDictionary(f => f.Name, f => size - positions.GetValueOrDefault(f.Name));
    }

    /// <summary>Whether at least so many entries wait.</summary>
    public async Task<bool> HasPendingAsync(int least, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        return await db.Set<PendingEntry>().OrderBy(p => p.Id).Skip(least - 1).AnyAsync(cancel);
    }

    // Asked with a reader first, so that an idle server writes nothing.
    private async Task<bool> AnyPendingAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        return await db.Set<PendingEntry>().AnyAsync(cancel);
    }

    private async Task<List<IFollower>> BehindAsync(CancellationToken cancel)
    {
        var lag = await LagAsync(cancel);
        return [.. followers.Where(f => lag[f.Name] > 0)];
    }

    private async Task<int> FollowAsync(IFollower follower, int most, CancellationToken cancel)
    {
        var act = acts.New(Actor.Job(follower.Name), Door.Job);
        var outcome = await writer.WriteAsync<int>(act, async work =>
        {
            var position = await LockPositionAsync(work.Db, follower.Name, cancel);
            if (position is null)
            {
                return 0;
            }
            var batch = await work.Db.Set<LedgerEntry>().AsNoTracking()
                .Where(e => e.Idx >= position.Next).OrderBy(e => e.Idx).Take(most)
                .Select(e => new Followed(e.Idx, e.Kind, e.SubjectKind, e.SubjectId)).ToListAsync(cancel);
            if (batch.Count == 0)
            {
                return 0;
            }
            await follower.FollowAsync(work, batch, cancel);
            position.Next = batch[^1].Idx + 1;
            return batch.Count;
        }, cancel);
        return outcome.Match(done => done, _ => 0);
    }

    private static async Task<FollowerPosition?> LockPositionAsync(ZhuoluoContext db, string name, CancellationToken cancel)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO follower_position (name, next) VALUES ({name}, 0) ON CONFLICT DO NOTHING", cancel);
            return await db.Set<FollowerPosition>().FromSql($"SELECT * FROM follower_position WHERE name = {name} FOR UPDATE SKIP LOCKED")
                .AsTracking().FirstOrDefaultAsync(cancel);
        }
        var position = await db.Set<FollowerPosition>().AsTracking().FirstOrDefaultAsync(p => p.Name == name, cancel);
        if (position is null)
        {
            position = new FollowerPosition { Name = name, Next = 0 };
            db.Add(position);
        }
        return position;
    }
}
