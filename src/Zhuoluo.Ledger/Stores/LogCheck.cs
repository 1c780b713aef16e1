using System.Runtime.CompilerServices;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>
/// Replays a log from its entries: every bundle, every tile of every level, and the root at every signed size, and names each place that differs
/// (ledger.md section 11, layer 3). Reads everything once. One changed byte anywhere in entries or tiles is found.
/// </summary>
public sealed class LogCheck
{
    private readonly ITileSource _source;
    private readonly List<Difference> _found = [];
    private readonly TreeEdge _edge;

    /// <summary>Prepares a check.</summary>
    /// <param name="source">Where the log is.</param>
    /// <param name="from">Where to begin, at the beginning of a bundle; what lies before it is only checked through the roots. From 0 without it.</param>
    public LogCheck(ITileSource source, TreeEdge? from = null)
    {
        _source = source;
        _edge = from?.Copy() ?? new TreeEdge();
        ArgumentOutOfRangeException.ThrowIfNotEqual(_edge.Size % Tile.Width, 0, nameof(from));
    }

    /// <summary>Entries replayed so far.</summary>
    public long Done => _edge.Size;

    /// <summary>Checks the log. To be called once.</summary>
    /// <param name="heads">Signed sizes and roots, smallest first, none before the beginning of the check; the log is read up to the last one.</param>
    /// <param name="cancel">Gives up.</param>
    public async IAsyncEnumerable<Difference> RunAsync(IReadOnlyList<TreeHead> heads, [EnumeratorCancellation] CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(heads);
        var size = heads.Count == 0 ? 0 : heads[^1].Size;
        var roots = new RootCheck(heads);
        roots.Look(_edge, _found);
        while (_edge.Size < size)
        {
            cancel.ThrowIfCancellationRequested();
            var bundle = await BundleRows.ReadAsync(_source, _edge.Size >> 8, size, _found, cancel);
            var rows = await ChooseAsync(bundle, heads[^1], cancel);
            if (rows is null)
            {
                foreach (var difference in Take())
                {
                    yield return difference;
                }
                yield break;
            }
            List<FullTile> completed = [];
            for (var row = 0; row < bundle.Width; row++)
            {
                _edge.AppendLeaf(TreeHash.At(rows, row), completed);
                roots.Look(_edge, _found);
            }
            foreach (var tile in completed.Where(t => t.Level > 0))
            {
                await CompareAsync(tile.Path, tile.Hashes, cancel);
            }
            foreach (var difference in Take())
            {
                yield return difference;
            }
        }
        for (var level = 1; level < Tile.Levels; level++)
        {
            if (Tile.PartialWidthAt(size, level) is > 0 and var width)
            {
                await CompareAsync(TilePath.Hashes(level, Tile.CountAt(size, level) >> 8, width), _edge.Partial(level).ToArray(), cancel);
            }
        }
        foreach (var difference in Take())
        {
            yield return difference;
        }
    }

    private Difference[] Take()
    {
        Difference[] found = [.. _found];
        _found.Clear();
        return found;
    }

    // Entries and hashes of 256 rows may differ: then the signed root says which of them was signed.
    private async Task<byte[]?> ChooseAsync(BundleRows rows, TreeHead last, CancellationToken cancel)
    {
        if (rows.FromEntries is null || rows.FromTile is null || rows.FromEntries.AsSpan().SequenceEqual(rows.FromTile))
        {
            return rows.FromEntries ?? rows.FromTile;
        }
        var (entriesFit, tileFits) = rows.Width == Tile.Width
            ? await AskRootAsync(rows, last, cancel)
            : (RootWith(rows.FromEntries) == last.Root, RootWith(rows.FromTile) == last.Root);
        _found.AddRange(rows.Name(entriesFit, tileFits));
        return tileFits ? rows.FromTile : rows.FromEntries;
    }

    // The path of the tile as a subtree: that of its first entry without the eight hashes that lie inside it. What the store has as the tile's own
    // root is not asked, since a store may compute it from the tile.
    private async Task<(bool EntriesFit, bool TileFits)> AskRootAsync(BundleRows rows, TreeHead last, CancellationToken cancel)
    {
        const int Inside = 8;
        try
        {
            var path = await new TreeReader(_source, last.Size).InclusionAsync(rows.Index << Inside, cancel);
            return (Fits(rows.FromEntries), Fits(rows.FromTile));

            bool Fits(byte[]? hashes) => InclusionProof.Verify(rows.Index, ((last.Size - 1) >> Inside) + 1, Perfect(hashes), path.AsSpan(Inside), last.Root);
        }
        catch (Exception fault) when (fault is MissingTileException or LedgerStopException)
        {
            return (false, false);
        }
    }

    private TreeHash RootWith(byte[]? rows)
    {
        var edge = _edge.Copy();
        for (var row = 0; row < rows!.Length / TreeHash.Length; row++)
        {
            edge.AppendLeaf(TreeHash.At(rows, row));
        }
        return edge.Root();
    }

    private static TreeHash Perfect(byte[]? rows)
    {
        Span<byte> root = stackalloc byte[TreeHash.Length];
        Hashing.Perfect(rows, root);
        return new TreeHash(root);
    }

    private async Task CompareAsync(TilePath tile, ReadOnlyMemory<byte> computed, CancellationToken cancel)
    {
        if (await _source.ReadTileAsync(tile, cancel) is not { } stored)
        {
            _found.Add(Difference.Whole(DifferenceKind.MissingTile, tile));
        }
        else if (stored.Length != computed.Length)
        {
            _found.Add(Difference.Whole(DifferenceKind.TileLength, tile));
        }
        else
        {
            _found.AddRange(Enumerable.Range(0, tile.Width)
                .Where(row => TreeHash.At(stored, row) != TreeHash.At(computed.Span, row))
                .Select(row => Difference.At(DifferenceKind.Hash, tile, row)));
        }
    }
}
