using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>Copies what was published from one place to another, checked on the way, the checkpoint last.</summary>
public static class LogCopy
{
    /// <summary>
    /// Brings a store up to a published checkpoint. What it had before is taken as it is: the tree is taken up at its right edge, and the root at
    /// the end must be the one of the checkpoint. Broken off anywhere, it goes on the next time.
    /// </summary>
    /// <param name="from">Where the log is.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="checkpoint">The published note.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The tiles and bundles that were written.</returns>
    /// <exception cref="LedgerStopException">The entries do not lead to the root of the checkpoint, or what the store has does not. Nothing was published then.</exception>
    public static async Task<int> RunAsync(ITileSource from, ILedgerStore to, SignedNote checkpoint, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(checkpoint);
        var head = Checkpoint.Parse(checkpoint.Text);
        var edge = await StartAsync(to, head, cancel);
        var written = 0;
        List<FullTile> completed = [];
        while (edge.Size < head.Size)
        {
            var index = edge.Size >> 8;
            var bundle = TilePath.Entries(index, Tile.WidthAt(head.Size, 0, index));
            var bytes = await from.ReadTileAsync(bundle, cancel) ?? throw new MissingTileException(bundle);
            if (!EntryBundle.TryRead(bytes, bundle.Width, out var entries))
            {
                throw new LedgerStopException($"{bundle} is not {Decimals.Format(bundle.Width)} entries.");
            }
            await to.WriteTileAsync(bundle, bytes, cancel);
            written++;
            foreach (var entry in entries.Skip((int)(edge.Size & (Tile.Width - 1))))
            {
                edge.Append(entry.Span, completed);
            }
            foreach (var tile in completed)
            {
                await to.WriteTileAsync(tile.Path, tile.Hashes, cancel);
                written++;
            }
            completed.Clear();
        }
        for (var level = 0; level < Tile.Levels; level++)
        {
            if (Tile.PartialWidthAt(head.Size, level) is > 0 and var width)
            {
                await to.WriteTileAsync(TilePath.Hashes(level, Tile.CountAt(head.Size, level) >> 8, width), edge.Partial(level).ToArray(), cancel);
                written++;
            }
        }
        if (edge.Root() != head.Root)
        {
            throw new LedgerStopException($"The entries up to size {Decimals.Format(head.Size)} lead to the root {edge.Root()}, the checkpoint has {head.Root}.");
        }
        // On disk: everything that the checkpoint needs.
        await to.PublishAsync(checkpoint.ToBytes(), cancel);
        return written;
    }

    private static async Task<TreeEdge> StartAsync(ILedgerStore to, Checkpoint head, CancellationToken cancel)
    {
        if (await to.ReadCheckpointAsync(cancel) is not { } bytes)
        {
            return new TreeEdge();
        }
        var last = Checkpoint.Parse(SignedNote.Parse(bytes).Text);
        return last.Origin == head.Origin && last.Size <= head.Size
            ? await new TreeReader(to, last.Size).EdgeAsync(last.Root, cancel)
            : throw new LedgerStopException($"The store has {last.Origin} at size {Decimals.Format(last.Size)}, which {head.Origin} at size {Decimals.Format(head.Size)} does not follow.");
    }
}
