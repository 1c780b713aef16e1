using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Stores;

public sealed class FolderStoreTests : LedgerStoreContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zlledger");
    private int _stores;

    public void Dispose() => _folder.Delete(recursive: true);

    protected override ILedgerStore Empty() => new FolderStore(Path.Combine(_folder.FullName, $"{_stores++}") + '/');

    [Fact]
    public async Task Lies_as_a_web_server_serves_it_and_leaves_nothing_unfinished()
    {
        var store = new FolderStore(_folder.FullName);
        var (entries, note) = Some(300);
        await LogCopy.RunAsync(MemoryLog.Of(entries), store, note, default);
        Assert.Equal(
            ["checkpoint", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/44"],
            Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.FullName, f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_that_a_crash_left_unfinished_is_not_read_and_is_written_over()
    {
        var store = new FolderStore(_folder.FullName);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "tile/0/000.p"));
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "tile/0/000.p/1.unfinished"), new byte[500]);
        Assert.Null(await store.ReadTileAsync(TilePath.Hashes(0, 0, 1), default));
        await store.WriteTileAsync(TilePath.Hashes(0, 0, 1), new byte[32], default);
        Assert.Equal(new byte[32], await store.ReadTileAsync(TilePath.Hashes(0, 0, 1), default));
    }
}
