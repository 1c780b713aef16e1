using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>
/// Reads hashes, proofs and entries of a tree of one size from its tiles. Nothing that it gives is proved by having been read: a path counts when
/// it was verified against a signed root, an edge when its root is that root (CVE-2026-56865: a reader that trusted tiles "by construction"
/// let forged leaves through). Keeps the tiles it read; for one job, not for long, for one thread at a time.
/// </summary>
public sealed class TreeReader(ITileSource source, long size)
{
    private readonly Dictionary<TilePath, byte[]> _read = [];

    /// <summary>The size at which the tree is read.</summary>
    public long Size => size;

    /// <summary>The path of an entry, leaf's sibling first (RFC 6962 section 2.1.1).</summary>
    public Task<TreeHash[]> InclusionAsync(long index, CancellationToken cancel) => HashesAsync(InclusionProof.Plan(index, size), cancel);

    /// <summary>The path from a smaller size to this one (RFC 6962 section 2.1.2).</summary>
    public Task<TreeHash[]> ConsistencyAsync(long first, CancellationToken cancel) => HashesAsync(ConsistencyProof.Plan(first, size), cancel);

    /// <summary>The root at this size or a smaller one, as the tiles have it.</summary>
    public Task<TreeHash> RootAsync(long at, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at, size);
        return at == 0 ? Task.FromResult(TreeHash.Empty) : HashAsync(new TreeRange(0, at), cancel);
    }

    /// <summary>One entry.</summary>
    public async Task<ReadOnlyMemory<byte>> EntryAsync(long index, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = TilePath.Entries(index >> 8, Tile.WidthAt(size, 0, index >> 8));
        return EntryBundle.TryRead(await ReadAsync(path, cancel), path.Width, out var entries)
            ? entries[(int)(index & (Tile.Width - 1))]
            : throw new LedgerStopException($"{path} is not {path.Width} entries.");
    }

    /// <summary>The right edge at this size, to append to.</summary>
    /// <exception cref="LedgerStopException">Its root is not the one expected.</exception>
    public Task<TreeEdge> EdgeAsync(TreeHash root, CancellationToken cancel) => EdgeAsync(size, root, cancel);

    /// <summary>
    /// The right edge at this size or a smaller one: of each level the first <c>(at >> 8L) &amp; 255</c> hashes of the tile in which the edge lies
    /// (ledger.md section 5).
    /// </summary>
    /// <exception cref="LedgerStopException">Its root is not the one expected.</exception>
    public async Task<TreeEdge> EdgeAsync(long at, TreeHash root, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(at, size);
        var partials = new ReadOnlyMemory<byte>[Tile.Levels];
        for (var level = 0; level < Tile.Levels; level++)
        {
            if (Tile.PartialWidthAt(at, level) is > 0 and var width)
            {
                var index = Tile.CountAt(at, level) >> 8;
                partials[level] = (await ReadAsync(TilePath.Hashes(level, index, Tile.WidthAt(size, level, index)), cancel)).AsMemory(0, width * TreeHash.Length);
            }
        }
        var edge = new TreeEdge(at, partials);
        return edge.Root() == root ? edge : throw new LedgerStopException($"The tree that is stored has at size {Decimals.Format(at)} the root {edge.Root()} and not {root}.");
    }

    private async Task<TreeHash[]> HashesAsync(IReadOnlyList<TreeRange> ranges, CancellationToken cancel)
    {
        var hashes = new TreeHash[ranges.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = await HashAsync(ranges[i], cancel);
        }
        return hashes;
    }

    private async Task<TreeHash> HashAsync(TreeRange range, CancellationToken cancel)
    {
        List<TreeHash> parts = [];
        foreach (var part in range.Parts())
        {
            parts.Add(await HashAsync(part, cancel));
        }
        var hash = parts[^1];
        for (var i = parts.Count - 2; i >= 0; i--)
        {
            hash = TreeHash.Node(parts[i], hash);
        }
        return hash;
    }

    private async Task<TreeHash> HashAsync(Subtree part, CancellationToken cancel)
    {
        var tile = await ReadAsync(TilePath.Hashes(part.TileLevel, part.TileIndex, Tile.WidthAt(size, part.TileLevel, part.TileIndex)), cancel);
        return Perfect(tile.AsSpan(part.FirstRow * TreeHash.Length, part.Rows * TreeHash.Length));
    }

    private static TreeHash Perfect(ReadOnlySpan<byte> hashes)
    {
        Span<byte> root = stackalloc byte[TreeHash.Length];
        Hashing.Perfect(hashes, root);
        return new TreeHash(root);
    }

    private async Task<byte[]> ReadAsync(TilePath tile, CancellationToken cancel)
    {
        if (_read.TryGetValue(tile, out var known))
        {
            return known;
        }
        var bytes = await source.ReadTileAsync(tile, cancel) ?? throw new MissingTileException(tile);
        if (!tile.IsEntries && bytes.Length != tile.Width * TreeHash.Length)
        {
            throw new LedgerStopException($"{tile} has {bytes.Length} bytes and not {tile.Width * TreeHash.Length}.");
        }
        return _read[tile] = bytes;
    }
}
