using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>
/// Where a log can be read: a database, a folder, a web address. Nothing that comes from it is trusted until a root was rebuilt from it.
/// Implementations MUST pass <c>TileSourceContract</c> of the tests.
/// </summary>
public interface ITileSource
{
    /// <summary>The newest published checkpoint, byte for byte with all its signatures; null when nothing was published yet.</summary>
    Task<byte[]?> ReadCheckpointAsync(CancellationToken cancel);

    /// <summary>
    /// A tile or a bundle. MUST give exactly the rows that the path names, MUST give the narrower one from a wider one that it has, and MUST
    /// give null, not fewer rows, when it has not so many.
    /// </summary>
    /// <exception cref="IOException">It could not be read now; says nothing about whether it is there.</exception>
    Task<byte[]?> ReadTileAsync(TilePath tile, CancellationToken cancel);
}
