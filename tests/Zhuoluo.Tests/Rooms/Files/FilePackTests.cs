using System.Security.Cryptography;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Files.Storing;

namespace Zhuoluo.Tests.Rooms.Files;

public sealed class FilePackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zlpack").FullName;

    [Fact]
    public async Task What_a_row_names_goes_along_and_comes_back_under_its_digest()
    {
        var (old, next) = (Store("old"), Store("new"));
        var kept = await PutAsync(old, [1, 2, 3]);
        var empty = await PutAsync(old, []);
        var orphan = await PutAsync(old, [9]);
        using var pack = new MemoryStream();

        Assert.Equal(2, await new FilePack(old, [new Used(kept, empty)]).WriteAsync(pack, default));
        pack.Position = 0;
        Assert.Equal(2, await new FilePack(next, []).ReadAsync(pack, default));

        Assert.True(await next.HasAsync(empty, default));
        Assert.False(await next.HasAsync(orphan, default));
        await using var back = await next.OpenAsync(kept, default);
        Assert.Equal(kept, Convert.ToHexStringLower(await SHA256.HashDataAsync(back!)));
    }

    [Fact]
    public async Task Bytes_that_are_not_what_their_digest_says_and_a_pack_that_ends_early_are_refused()
    {
        var old = Store("old");
        var digest = await PutAsync(old, [1, 2, 3]);
        using var pack = new MemoryStream();
        await new FilePack(old, [new Used(digest)]).WriteAsync(pack, default);
        var whole = pack.ToArray();

        foreach (var broken in new byte[][] { [.. whole[..^1], 7], whole[..^1], whole[..20], [.. whole[..32], 0x7F, 0xFF, 0xFF, 0xFF] })
        {
            using var stream = new MemoryStream(broken);
            await Assert.ThrowsAsync<InvalidDataException>(() => new FilePack(Store("broken"), []).ReadAsync(stream, default));
        }
        Assert.False(await Store("broken").HasAsync(digest, default));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private FolderStore Store(string name) => new(Path.Combine(_folder, name));

    private static async Task<string> PutAsync(FolderStore store, byte[] bytes)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await store.PutAsync(digest, bytes, default);
        return digest;
    }

    private sealed class Used(params string[] digests) : IFileUse
    {
        public Task<IReadOnlyCollection<string>> UsedAsync(IReadOnlyCollection<string> asked, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyCollection<string>>([.. asked.Intersect(digests)]);
    }
}
