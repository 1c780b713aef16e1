namespace Zhuoluo.Ledger.Trees;

/// <summary>A perfect subtree: MTH(D[Index·2^Height : (Index+1)·2^Height]).</summary>
/// <param name="Height">0 for a leaf.</param>
/// <param name="Index">Which one of its height, from the left.</param>
public readonly record struct Subtree(int Height, long Index)
{
    /// <summary>The level of the tile that has it, or from whose rows it is hashed: height / 8.</summary>
    public int TileLevel => Height / 8;

    /// <summary>Which tile of that level.</summary>
    public long TileIndex => Index << (Height % 8) >> 8;

    /// <summary>The first row of that tile.</summary>
    public int FirstRow => (int)((Index << (Height % 8)) & (Tile.Width - 1));

    /// <summary>How many rows: 1 to 128.</summary>
    public int Rows => 1 << (Height % 8);
}
