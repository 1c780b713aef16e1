using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>
/// A place to which a log is published. The order is the promise: tiles and bundles first, the checkpoint that needs them last
/// (ledger.md section 8, rule 7). Implementations MUST pass <c>LedgerStoreContract</c> of the tests.
/// </summary>
public interface ILedgerStore : ITileSource
{
    /// <summary>
    /// Keeps a tile or a bundle for ever. Writing the same bytes again MUST be taken; other bytes in the same place MUST be refused. Need not be
    /// durable before <see cref="PublishAsync"/> returns.
    /// </summary>
    /// <exception cref="LedgerStopException">It stands there with other bytes.</exception>
    Task WriteTileAsync(TilePath tile, ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>
    /// Makes a checkpoint the newest one. When this returns, it and everything written before are durable; when it does not, readers MUST see
    /// the checkpoint before or this one, whole. A smaller tree than the one published MUST be refused, and so MUST another root at the same size.
    /// </summary>
    /// <exception cref="LedgerStopException">The log would shrink or fork.</exception>
    Task PublishAsync(ReadOnlyMemory<byte> checkpoint, CancellationToken cancel);
}
