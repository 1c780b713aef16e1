using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>A source does not have what the checkpoint says there must be. Whether it was taken away or is only not there yet cannot be told from here.</summary>
public sealed class MissingTileException : IOException
{
    /// <summary>Names it.</summary>
    public MissingTileException(TilePath tile)
        : base($"{tile} is not there.") => Tile = tile;

    /// <summary>What is missing.</summary>
    public TilePath Tile { get; }
}
