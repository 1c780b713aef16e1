namespace Zhuoluo.Ledger.Trees;

/// <summary>
/// The right edge of a growing tree: of each level the tile that is not yet full (at most 255 hashes), which is all that appending needs
/// (ledger.md section 5). Two hashes an entry; nothing is allocated but the tiles that become full. In memory only: from the first append until
/// the transaction is known to be committed it says more than what is durable, so work on a <see cref="Copy"/>. For one thread at a time.
/// </summary>
public sealed class TreeEdge
{
    private readonly List<byte[]> _levels = [];

    /// <summary>The edge of the empty tree.</summary>
    public TreeEdge()
    {
    }

    /// <summary>Takes up a tree where it stands.</summary>
    /// <param name="size">Entries so far.</param>
    /// <param name="partials">Of each level the hashes of its rightmost tile that is not full, from level 0; exactly as many as the size says.</param>
    /// <remarks>The caller compares <see cref="Root"/> with the stored root and stops when they differ.</remarks>
    /// <exception cref="ArgumentException">A level has another number of hashes.</exception>
    public TreeEdge(long size, IReadOnlyList<ReadOnlyMemory<byte>> partials)
    {
        ArgumentNullException.ThrowIfNull(partials);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        for (var level = 0; level < Tile.Levels; level++)
        {
            var hashes = level < partials.Count ? partials[level].Span : [];
            if (hashes.Length != Tile.PartialWidthAt(size, level) * TreeHash.Length)
            {
                throw new ArgumentException("A level does not have as many hashes as the size says.", nameof(partials));
            }
            if (!hashes.IsEmpty)
            {
                hashes.CopyTo(At(level));
            }
        }
        Size = size;
    }

    /// <summary>Entries appended so far.</summary>
    public long Size { get; private set; }

    /// <summary>An edge of its own at the same place.</summary>
    public TreeEdge Copy()
    {
        var copy = new TreeEdge { Size = Size };
        copy._levels.AddRange(_levels.Select(l => l.ToArray()));
        return copy;
    }

    /// <summary>Appends an entry.</summary>
    /// <param name="entry">The stored bytes.</param>
    /// <param name="completed">Receives the tiles that became full by it, from below; null when nobody keeps them.</param>
    public void Append(ReadOnlySpan<byte> entry, ICollection<FullTile>? completed = null)
    {
        Hashing.Leaf(entry, Row(0, (int)(Size & (Tile.Width - 1))));
        Grow(completed);
    }

    /// <summary>Appends an entry of which only the leaf hash is known.</summary>
    public void AppendLeaf(in TreeHash leaf, ICollection<FullTile>? completed = null)
    {
        leaf.AsSpan().CopyTo(Row(0, (int)(Size & (Tile.Width - 1))));
        Grow(completed);
    }

    /// <summary>The hashes of the rightmost tile of a level that is not full; empty when there is none. Valid until the next append.</summary>
    public ReadOnlySpan<byte> Partial(int level) =>
        Tile.PartialWidthAt(Size, level) is > 0 and var width ? At(level).AsSpan(0, width * TreeHash.Length) : [];

    /// <summary>
    /// MTH of all entries (RFC 6962 section 2.1): at each level from 0, for each set bit b of the width w from low to high, the perfect subtree of
    /// 2^b hashes that starts at (w >> (b+1)) &lt;&lt; (b+1) goes to the left of what was folded before.
    /// </summary>
    public TreeHash Root()
    {
        Span<byte> root = stackalloc byte[TreeHash.Length];
        Span<byte> left = stackalloc byte[TreeHash.Length];
        var isEmpty = true;
        for (var level = 0; level < _levels.Count; level++)
        {
            var width = Tile.PartialWidthAt(Size, level);
            for (var bit = 0; bit < 8; bit++)
            {
                if ((width >> bit & 1) == 0)
                {
                    continue;
                }
                var start = width >> (bit + 1) << (bit + 1);
                Hashing.Perfect(_levels[level].AsSpan(start * TreeHash.Length, TreeHash.Length << bit), isEmpty ? root : left);
                if (!isEmpty)
                {
                    Hashing.Node(left, root, root);
                }
                isEmpty = false;
            }
        }
        return isEmpty ? TreeHash.Empty : new TreeHash(root);
    }

    // The leaf hash is in its row. A level whose width came round to 0 is a full tile: its root is the next hash of the level above.
    private void Grow(ICollection<FullTile>? completed)
    {
        Size++;
        for (var level = 0; Tile.PartialWidthAt(Size, level) == 0; level++)
        {
            var index = Tile.CountAt(Size, level + 1) - 1;
            var tile = _levels[level];
            Hashing.Perfect(tile, Row(level + 1, (int)(index & (Tile.Width - 1))));
            if (completed is not null)
            {
                completed.Add(new FullTile(level, index, tile));
                _levels[level] = new byte[Tile.Bytes];
            }
        }
    }

    private Span<byte> Row(int level, int row) => At(level).AsSpan(row * TreeHash.Length, TreeHash.Length);

    private byte[] At(int level)
    {
        while (_levels.Count <= level)
        {
            _levels.Add(new byte[Tile.Bytes]);
        }
        return _levels[level];
    }
}
