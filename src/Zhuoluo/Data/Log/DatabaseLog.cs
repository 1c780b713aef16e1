using Microsoft.EntityFrameworkCore;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Data.Log;

/// <summary>The trees as they stand in the database, published or not. Each call sees what was committed by then.</summary>
internal sealed class DatabaseLog(IDbContextFactory<ZhuoluoContext> contexts)
{
    /// <summary>Entries, full tiles and the newest checkpoint of one year.</summary>
    /// <param name="shard">The year.</param>
    /// <param name="known">Remembers roots of full tiles for who makes proofs; null for who checks what is stored.</param>
    public ITileSource Of(Shard shard, TileRoots? known = null) => new Source(contexts, shard, known);

    /// <summary>Bodies of entries, by their place in the whole ledger.</summary>
    public async Task<List<byte[]>> BodiesAsync(long first, int count, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await BodiesAsync(db, first, count, cancel);
    }

    private static Task<List<byte[]>> BodiesAsync(ZhuoluoContext db, long first, int count, CancellationToken cancel) =>
        db.Set<LedgerEntry>().Where(e => e.Idx >= first && e.Idx < first + count).OrderBy(e => e.Idx).Select(e => e.Body).ToListAsync(cancel);

    private sealed class Source(IDbContextFactory<ZhuoluoContext> contexts, Shard shard, TileRoots? known) : FullTileSource(known)
    {
        public override async Task<byte[]?> ReadCheckpointAsync(CancellationToken cancel)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            return await PublishedLog.NewestAsync(db, shard.Year, cancel) is { } note ? note.ToBytes() : null;
        }

        // A frozen year ends where the next one begins: entries lie one behind the other.
        protected override async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadEntriesAsync(long first, int count, CancellationToken cancel)
        {
            var most = shard.Size is { } size ? (int)Math.Clamp(size - first, 0, count) : count;
            await using var db = await contexts.CreateDbContextAsync(cancel);
            return [.. (await BodiesAsync(db, shard.First + first, most, cancel)).Select(b => (ReadOnlyMemory<byte>)b)];
        }

        protected override async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadFullTilesAsync(int level, long first, int count, CancellationToken cancel)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var tiles = await db.Set<LedgerTile>().Where(t => t.Year == shard.Year && t.Level == level && t.N >= first && t.N < first + count)
                .OrderBy(t => t.N).Select(t => new { t.N, t.Data }).ToListAsync(cancel);
            return [.. tiles.TakeWhile((t, i) => t.N == first + i && t.Data.Length == Tile.Bytes).Select(t => (ReadOnlyMemory<byte>)t.Data)];
        }
    }
}
