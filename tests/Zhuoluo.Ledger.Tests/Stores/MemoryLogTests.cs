using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Stores;

/// <summary>Partial tiles that are computed from entries and full tiles.</summary>
public sealed class MemoryLogTests : TileSourceContract
{
    protected override Task<ITileSource> HoldAsync(IReadOnlyList<byte[]> entries, SignedNote? checkpoint)
    {
        var log = MemoryLog.Of(entries);
        log.Checkpoint = checkpoint?.ToBytes();
        return Task.FromResult<ITileSource>(log);
    }
}

/// <summary>The same with a memory of roots.</summary>
public sealed class RememberingLogTests : TileSourceContract
{
    protected override Task<ITileSource> HoldAsync(IReadOnlyList<byte[]> entries, SignedNote? checkpoint)
    {
        var log = MemoryLog.Of(entries, new TileRoots());
        log.Checkpoint = checkpoint?.ToBytes();
        return Task.FromResult<ITileSource>(log);
    }

    [Fact]
    public async Task Reads_each_full_tile_once_while_the_tree_grows()
    {
        var log = MemoryLog.Of(LargeTree.Entries[..700], new TileRoots());
        var one = await log.ReadTileAsync(TilePath.Hashes(1, 0, 1), default);
        // What was remembered is not read again; what is new is.
        var first = log.Tiles[(0, 0)];
        log.Tiles[(0, 0)] = new byte[Tile.Bytes];
        var both = await log.ReadTileAsync(TilePath.Hashes(1, 0, 2), default);
        log.Tiles[(0, 0)] = first;
        Assert.Equal(await MemoryLog.Of(LargeTree.Entries[..700]).ReadTileAsync(TilePath.Hashes(1, 0, 2), default), both);
        Assert.Equal(both![..32], one);
    }
}
