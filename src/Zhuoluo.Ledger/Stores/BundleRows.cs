using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>The leaf hashes of one bundle, twice: computed from its entries, and as the tile beside it has them. Null when one of them is missing or broken.</summary>
internal sealed record BundleRows(long Index, int Width, byte[]? FromEntries, byte[]? FromTile)
{
    public static async Task<BundleRows> ReadAsync(ITileSource source, long index, long size, ICollection<Difference> found, CancellationToken cancel)
    {
        var width = Tile.WidthAt(size, 0, index);
        var (bundle, tile) = (TilePath.Entries(index, width), TilePath.Hashes(0, index, width));
        var hashes = await source.ReadTileAsync(tile, cancel);
        if (hashes?.Length != width * TreeHash.Length)
        {
            found.Add(Difference.Whole(hashes is null ? DifferenceKind.MissingTile : DifferenceKind.TileLength, tile));
            hashes = null;
        }
        if (await source.ReadTileAsync(bundle, cancel) is not { } bytes)
        {
            found.Add(Difference.Whole(DifferenceKind.MissingBundle, bundle));
            return new BundleRows(index, width, null, hashes);
        }
        var isWhole = EntryBundle.TryRead(bytes, width, out var entries);
        var leaves = new byte[entries.Count * TreeHash.Length];
        for (var row = 0; row < entries.Count; row++)
        {
            Hashing.Leaf(entries[row].Span, leaves.AsSpan(row * TreeHash.Length, TreeHash.Length));
        }
        if (isWhole)
        {
            return new BundleRows(index, width, leaves, hashes);
        }
        // A length was changed, so that all behind it is read at the wrong place: the first entry that differs is the one.
        var wrong = hashes is null ? entries.Count : Enumerable.Range(0, entries.Count).FirstOrDefault(r => TreeHash.At(leaves, r) != TreeHash.At(hashes, r), entries.Count);
        found.Add(wrong < width ? Difference.At(DifferenceKind.BundleLength, bundle, wrong) : Difference.Whole(DifferenceKind.BundleLength, bundle));
        return new BundleRows(index, width, null, hashes);
    }

    /// <summary>Names the rows in which the two differ.</summary>
    public IEnumerable<Difference> Name(bool entriesFit, bool tileFits)
    {
        var kind = (entriesFit, tileFits) switch
        {
            (true, false) => DifferenceKind.Hash,
            (false, true) => DifferenceKind.Entry,
            _ => DifferenceKind.EntryOrHash,
        };
        var path = kind == DifferenceKind.Hash ? TilePath.Hashes(0, Index, Width) : TilePath.Entries(Index, Width);
        return Enumerable.Range(0, Width)
            .Where(row => TreeHash.At(FromEntries, row) != TreeHash.At(FromTile, row))
            .Select(row => Difference.At(kind, path, row));
    }
}
