namespace Zhuoluo.Ledger.Trees;

/// <summary>
/// How a tree is cut into tiles (C2SP tlog-tiles, "Merkle Tree"): tile (L, N) holds MTH(D[(256N+i)·256^L : (256N+i+1)·256^L]) for i = 0…255.
/// A hash stands in a tile of level L+1 only when the tile of level L below it is full.
/// </summary>
public static class Tile
{
    /// <summary>Hashes of a full tile, entries of a full bundle.</summary>
    public const int Width = 256;

    /// <summary>Bytes of a full tile.</summary>
    public const int Bytes = Width * TreeHash.Length;

    /// <summary>No level above this has a hash while sizes are 63 bits.</summary>
    public const int Levels = 8;

    /// <summary>The longest entry that this log takes; the format itself allows 65,535 (ledger.md section 4.2).</summary>
    public const int LongestEntry = 8192;

    /// <summary>Hashes at a level of a tree: floor(s / 256^L).</summary>
    public static long CountAt(long size, int level) => level < Levels ? size >> (8 * level) : 0;

    /// <summary>Hashes of the rightmost tile at a level when it is not full: floor(s / 256^L) mod 256; 0 when there is none.</summary>
    public static int PartialWidthAt(long size, int level) => (int)(CountAt(size, level) & (Width - 1));

    /// <summary>The width that tile N of a level has in a tree of this size: 256 when full, 0 when it is not there.</summary>
    public static int WidthAt(long size, int level, long index)
    {
        var count = CountAt(size, level);
        return index <= count >> 8 ? (int)Math.Min(Width, count - (index << 8)) : 0;
    }

    /// <summary>The first rows of a wider tile or bundle: what is partial is always a prefix of what comes later.</summary>
    /// <returns>Null when it has not so many.</returns>
    public static byte[]? Prefix(TilePath tile, byte[]? wider) =>
        wider is null ? null
        : tile.IsEntries ? EntryBundle.Prefix(wider, tile.Width)?.ToArray()
        : wider.Length >= tile.Width * TreeHash.Length ? wider[..(tile.Width * TreeHash.Length)] : null;

    /// <summary>All bundles and tiles of a tree of this size, level by level from below, partial ones last at each level.</summary>
    public static IEnumerable<TilePath> All(long size)
    {
        for (var index = 0L; WidthAt(size, 0, index) is > 0 and var width; index++)
        {
            yield return TilePath.Entries(index, width);
        }
        for (var level = 0; level < Levels; level++)
        {
            for (var index = 0L; WidthAt(size, level, index) is > 0 and var width; index++)
            {
                yield return TilePath.Hashes(level, index, width);
            }
        }
    }
}
