using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Stores;

/// <summary>What every source of tiles must keep. Inherit it, say how a log of given entries comes into the source, and all of it is tried.</summary>
public abstract class TileSourceContract
{
    private static readonly int[] _sizes = [0, 1, 255, 256, 257, 700];

    /// <summary>A source in which a log of these entries was published under this checkpoint; null for one that was never published to.</summary>
    protected abstract Task<ITileSource> HoldAsync(IReadOnlyList<byte[]> entries, SignedNote? checkpoint);

    [Fact]
    public async Task Nothing_is_there_before_the_first_publication()
    {
        var source = await HoldAsync([], null);
        Assert.Null(await source.ReadCheckpointAsync(default));
        Assert.Null(await source.ReadTileAsync(TilePath.Entries(0, 1), default));
        Assert.Null(await source.ReadTileAsync(TilePath.Hashes(0, 0), default));
    }

    [Fact]
    public async Task Gives_every_tile_and_bundle_of_the_tree_byte_for_byte()
    {
        foreach (var size in _sizes)
        {
            var (entries, note) = Some(size);
            var source = await HoldAsync(entries, note);
            Assert.Equal(note.ToBytes(), await source.ReadCheckpointAsync(default));
            foreach (var tile in Tile.All(size))
            {
                Assert.Equal(Expected(tile, entries), await source.ReadTileAsync(tile, default));
            }
        }
    }

    [Fact]
    public async Task Gives_narrower_ones_from_wider_ones_and_never_fewer_rows_than_asked()
    {
        var (entries, note) = Some(300);
        var source = await HoldAsync(entries, note);
        foreach (var tile in new[] { TilePath.Entries(0, 1), TilePath.Entries(0, 255), TilePath.Hashes(0, 0, 17), TilePath.Entries(1, 1), TilePath.Hashes(0, 1, 43), TilePath.Hashes(1, 0, 1) })
        {
            Assert.Equal(Expected(tile, entries), await source.ReadTileAsync(tile, default));
        }
        foreach (var tile in new[] { TilePath.Entries(1, 45), TilePath.Entries(1), TilePath.Hashes(0, 1, 45), TilePath.Hashes(0, 1), TilePath.Hashes(1, 0, 2), TilePath.Hashes(2, 0, 1), TilePath.Entries(2, 1), TilePath.Hashes(0, 999, 3) })
        {
            Assert.Null(await source.ReadTileAsync(tile, default));
        }
    }

    [Fact]
    public async Task Is_found_right_by_the_check_and_leads_to_the_root()
    {
        var (entries, note) = Some(700);
        var source = await HoldAsync(entries, note);
        var head = Checkpoint.Parse(note.Text);
        Assert.Empty(await new LogCheck(source).RunAsync([new TreeHead(head.Size, head.Root)], default).ToListAsync());
        Assert.Equal(head.Root, (await new TreeReader(source, 700).EdgeAsync(head.Root, default)).Root());
    }

    protected static (IReadOnlyList<byte[]> Entries, SignedNote Note) Some(int size)
    {
        var edge = new TreeEdge();
        var entries = LargeTree.Entries[..size];
        foreach (var entry in entries)
        {
            edge.Append(entry);
        }
        using var signer = Vectors.Signer();
        return (entries, new Checkpoint(Vectors.Origin, size, edge.Root()).Sign([signer], default));
    }

    // From the definition, not from the code that is tried: MTH(D[(256N+i)·256^L : (256N+i+1)·256^L]).
    private static byte[] Expected(TilePath tile, IReadOnlyList<byte[]> entries)
    {
        var span = (int)Math.Pow(256, tile.Level);
        var rows = Enumerable.Range(0, tile.Width).Select(i => (int)((tile.Index * 256) + i) * span);
        return tile.IsEntries
            ? [.. rows.SelectMany(r => (byte[])[(byte)(entries[r].Length >> 8), (byte)entries[r].Length, .. entries[r]])]
            : [.. rows.SelectMany(r => new NaiveTree([.. entries.Skip(r).Take(span)]).Root(span).ToArray())];
    }
}
