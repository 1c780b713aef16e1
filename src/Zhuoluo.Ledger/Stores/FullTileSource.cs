using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>
/// A source that keeps entries and full tiles only, as a database does (ledger.md sections 1 and 4.2): partial tiles and bundles are prefixes or are
/// computed when they are read. Says nothing about what was published; who serves it asks <see cref="TilePath.IsWithin"/> first.
/// </summary>
/// <param name="known">Roots of tiles that were read before, when the source serves and makes receipts; none when it is to be checked.</param>
public abstract class FullTileSource(TileRoots? known = null) : ITileSource
{
    /// <inheritdoc/>
    public abstract Task<byte[]?> ReadCheckpointAsync(CancellationToken cancel);

    /// <summary>Entries from an index on, in order; fewer when there are not so many.</summary>
    protected abstract Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadEntriesAsync(long first, int count, CancellationToken cancel);

    /// <summary>Full tiles of a level from an index on, in order, up to the first that is missing; 8,192 bytes each.</summary>
    protected abstract Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadFullTilesAsync(int level, long first, int count, CancellationToken cancel);

    /// <inheritdoc/>
    public async Task<byte[]?> ReadTileAsync(TilePath tile, CancellationToken cancel)
    {
        if (tile.IsEntries)
        {
            var entries = await ReadEntriesAsync(tile.Index << 8, tile.Width, cancel);
            return entries.Count < tile.Width ? null : EntryBundle.Write(entries);
        }
        if (await ReadFullTilesAsync(tile.Level, tile.Index, 1, cancel) is [var full])
        {
            return full[..(tile.Width * TreeHash.Length)].ToArray();
        }
        // A full tile is stored or it is missing: one that is computed could not be compared with anything.
        return tile.IsFull ? null : await ComputeAsync(tile, cancel);
    }

    private Task<byte[]?> ComputeAsync(TilePath tile, CancellationToken cancel) => tile.Level == 0 ? LeavesAsync(tile, cancel) : RootsAsync(tile, cancel);

    private async Task<byte[]?> LeavesAsync(TilePath tile, CancellationToken cancel)
    {
        var entries = await ReadEntriesAsync(tile.Index << 8, tile.Width, cancel);
        if (entries.Count < tile.Width)
        {
            return null;
        }
        var hashes = new byte[tile.Width * TreeHash.Length];
        for (var row = 0; row < tile.Width; row++)
        {
            Hashing.Leaf(entries[row].Span, hashes.AsSpan(row * TreeHash.Length, TreeHash.Length));
        }
        return hashes;
    }

    private async Task<byte[]?> RootsAsync(TilePath tile, CancellationToken cancel)
    {
        var (level, first, done) = (tile.Level - 1, tile.Index << 8, 0);
        var hashes = new byte[tile.Width * TreeHash.Length];
        for (; done < tile.Width && known is not null && known.TryGet(level, first + done, out var root); done++)
        {
            root.AsSpan().CopyTo(hashes.AsSpan(done * TreeHash.Length));
        }
        if (done == tile.Width)
        {
            return hashes;
        }
        var below = await ReadFullTilesAsync(level, first + done, tile.Width - done, cancel);
        if (below.Count < tile.Width - done)
        {
            return null;
        }
        foreach (var full in below)
        {
            var hash = hashes.AsSpan(done * TreeHash.Length, TreeHash.Length);
            Hashing.Perfect(full.Span, hash);
            known?.Keep(level, first + done, new TreeHash(hash));
            done++;
        }
        return hashes;
    }
}
