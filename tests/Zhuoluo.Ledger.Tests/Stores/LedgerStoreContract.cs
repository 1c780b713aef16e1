using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Stores;

/// <summary>What every place to which a log is published must keep.</summary>
public abstract class LedgerStoreContract : TileSourceContract
{
    /// <summary>A place with nothing in it.</summary>
    protected abstract ILedgerStore Empty();

    protected override async Task<ITileSource> HoldAsync(IReadOnlyList<byte[]> entries, SignedNote? checkpoint)
    {
        var store = Empty();
        if (checkpoint is not null)
        {
            await LogCopy.RunAsync(MemoryLog.Of(entries), store, checkpoint, default);
        }
        return store;
    }

    [Fact]
    public async Task What_was_written_is_taken_again_and_never_changed()
    {
        var store = Empty();
        await store.WriteTileAsync(TilePath.Entries(0, 1), new byte[] { 0, 1, 7 }, default);
        await store.WriteTileAsync(TilePath.Entries(0, 1), new byte[] { 0, 1, 7 }, default);
        await Assert.ThrowsAsync<LedgerStopException>(() => store.WriteTileAsync(TilePath.Entries(0, 1), new byte[] { 0, 1, 8 }, default));
        Assert.Equal([0, 1, 7], await store.ReadTileAsync(TilePath.Entries(0, 1), default));
    }

    [Fact]
    public async Task What_is_published_grows_and_never_forks()
    {
        var store = Empty();
        var (_, three) = Some(3);
        await store.PublishAsync(three.ToBytes(), default);
        await store.PublishAsync(three.ToBytes(), default);
        await Assert.ThrowsAsync<LedgerStopException>(() => store.PublishAsync(Some(2).Note.ToBytes(), default));
        await Assert.ThrowsAsync<LedgerStopException>(() => store.PublishAsync(Signed(Vectors.Origin, 3, Vectors.Hash(Vectors.Roots[2])), default));
        await Assert.ThrowsAsync<LedgerStopException>(() => store.PublishAsync(Signed("ledger.example/log2", 9, Vectors.Hash(Vectors.Roots[2])), default));
        Assert.Equal(three.ToBytes(), await store.ReadCheckpointAsync(default));
    }

    [Fact]
    public async Task A_copy_goes_on_where_it_stood_and_publishes_nothing_that_does_not_lead_to_the_root()
    {
        var store = Empty();
        foreach (var size in new[] { 1, 200, 256, 600, 700 })
        {
            await LogCopy.RunAsync(MemoryLog.Of(Some(size).Entries), store, Some(size).Note, default);
        }
        var (entries, note) = Some(800);
        byte[][] changed = [.. entries];
        changed[790] = [1];
        await Assert.ThrowsAsync<LedgerStopException>(() => LogCopy.RunAsync(MemoryLog.Of(changed), store, note, default));
        Assert.Equal(Some(700).Note.ToBytes(), await store.ReadCheckpointAsync(default));
    }

    private static byte[] Signed(string origin, long size, TreeHash root)
    {
        using var signer = Vectors.Signer();
        return new Checkpoint(origin, size, root).Sign([signer], default).ToBytes();
    }
}
