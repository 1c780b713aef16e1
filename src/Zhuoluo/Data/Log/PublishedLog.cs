using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;

namespace Zhuoluo.Data.Log;

/// <summary>What everybody may see of the ledger: nothing beyond the newest published checkpoint of a year.</summary>
internal sealed class PublishedLog(IDbContextFactory<ZhuoluoContext> contexts, DatabaseLog database, LogState state)
{
    // For what another node publishes nothing tells this one.
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<int, TileRoots> _roots = new();

    /// <summary>All years, the oldest first.</summary>
    public async Task<IReadOnlyList<Shard>> AllAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Shard>().OrderBy(s => s.Year).ToListAsync(cancel);
    }

    /// <summary>The year that grows; null before the first entry.</summary>
    public async Task<Shard?> CurrentAsync(CancellationToken cancel) => await ShardAsync(null, cancel);

    /// <summary>A year, or the newest one.</summary>
    public async Task<Shard?> ShardAsync(int? year, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Shard>().Where(s => year == null || s.Year == year).OrderByDescending(s => s.Year).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Entries and tiles, published or not: whoever serves them asks for the published size first.</summary>
    public ITileSource Source(Shard shard) => database.Of(shard, _roots.GetOrAdd(shard.Year, _ => new TileRoots()));

    /// <summary>The newest one, with what witnesses added; null before the first.</summary>
    public async Task<SignedNote?> CheckpointAsync(Shard shard, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await NewestAsync(db, shard.Year, cancel);
    }

    /// <summary>Size of the newest one; 0 before the first.</summary>
    public async Task<long> SizeAsync(int year, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await SizeAsync(db, year, cancel);
    }

    /// <summary>Where an entry stands; null until a published checkpoint covers it.</summary>
    public async Task<LogPlace?> FindAsync(byte[] eventId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var index = await db.Set<LedgerEntry>().Where(e => e.EventId == eventId).Select(e => (long?)e.Idx).FirstOrDefaultAsync(cancel);
        if (index is not { } idx || await db.Set<Shard>().Where(s => s.First <= idx).OrderByDescending(s => s.First).FirstOrDefaultAsync(cancel) is not { } shard)
        {
            return null;
        }
        var place = new LogPlace(shard, idx - shard.First);
        return place.Index < await SizeAsync(db, shard.Year, cancel) ? place : null;
    }

    /// <summary>The same, waiting for the publication at most so long.</summary>
    public async Task<LogPlace?> WaitAsync(byte[] eventId, TimeSpan most, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(most);
        while (true)
        {
            // Asked for before looking, so that what is published between the two is not missed.
            var next = state.NextPublication;
            if (await FindAsync(eventId, cancel) is { } place)
            {
                return place;
            }
            await Task.WhenAny(next, Task.Delay(_look, limit.Token));
            if (limit.IsCancellationRequested)
            {
                cancel.ThrowIfCancellationRequested();
                return await FindAsync(eventId, cancel);
            }
        }
    }

    /// <summary>The log's own keys, with the sizes up to which they may have signed.</summary>
    public async Task<TrustPolicy> PolicyAsync(Shard shard, CancellationToken cancel) =>
        new((await KeysAsync(cancel)).Where(k => k.Year == shard.Year).Select(k => new LogKey(VerifierKey.Parse(k.Vkey), k.Until ?? long.MaxValue)));

    /// <summary>All public keys, those of the newest year first.</summary>
    public async Task<IReadOnlyList<LedgerKey>> KeysAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<LedgerKey>().OrderByDescending(k => k.Year).ThenBy(k => k.Since).ToListAsync(cancel);
    }

    internal static async Task<SignedNote?> NewestAsync(ZhuoluoContext db, int year, CancellationToken cancel)
    {
        if (await db.Set<LedgerCheckpoint>().Where(c => c.Year == year).OrderByDescending(c => c.Size).FirstOrDefaultAsync(cancel) is not { } newest)
        {
            return null;
        }
        var note = SignedNote.Parse(System.Text.Encoding.UTF8.GetBytes(newest.Note));
        var lines = await db.Set<LedgerCosignature>().Where(c => c.Year == year && c.Size == newest.Size).OrderBy(c => c.Witness).Select(c => c.Line).ToListAsync(cancel);
        return lines.Count == 0 ? note : note.With(lines.Select(NoteSignature.Parse));
    }

    private static async Task<long> SizeAsync(ZhuoluoContext db, int year, CancellationToken cancel) =>
        await db.Set<LedgerCheckpoint>().Where(c => c.Year == year).OrderByDescending(c => c.Size).Select(c => c.Size).FirstOrDefaultAsync(cancel);
}

/// <summary>Where an entry stands in the tree of its year, from 0.</summary>
internal sealed record LogPlace(Shard Shard, long Index);
