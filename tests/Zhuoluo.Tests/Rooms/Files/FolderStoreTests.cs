using Zhuoluo.Rooms.Files.Storing;

namespace Zhuoluo.Tests.Rooms.Files;

public sealed class FolderStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zlfiles").FullName;

    [Fact]
    public Task Keeps_what_every_store_promises() => StoreContract.HoldsAsync(new FolderStore(_folder));

    [Fact]
    public async Task A_path_is_made_of_digests_only()
    {
        var store = new FolderStore(_folder);
        await Assert.ThrowsAsync<ArgumentException>(() => store.PutAsync("../../etc/passwd", new byte[1], default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.OpenAsync(new string('.', 64), default));
    }

    /// <summary>A power cut leaves a half-written file beside; it has no digest for a name and is never listed or opened.</summary>
    [Fact]
    public async Task What_was_not_finished_is_not_there()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "incoming"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "incoming", "1-1"), [1, 2]);
        Assert.Empty(await new FolderStore(_folder).ListAsync(default).ToListAsync());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
