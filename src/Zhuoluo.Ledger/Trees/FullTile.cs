namespace Zhuoluo.Ledger.Trees;

/// <summary>A tile of hashes that has just become full and never changes again.</summary>
/// <param name="Level">From 0.</param>
/// <param name="Index">Which tile of the level.</param>
/// <param name="Hashes">8,192 bytes; the receiver owns them.</param>
public sealed record FullTile(int Level, long Index, ReadOnlyMemory<byte> Hashes)
{
    /// <summary>Where it is served.</summary>
    public TilePath Path => TilePath.Hashes(Level, Index);
}
