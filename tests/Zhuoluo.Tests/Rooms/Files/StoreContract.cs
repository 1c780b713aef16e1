using System.Security.Cryptography;
using Zhuoluo.Rooms.Files;

namespace Zhuoluo.Tests.Rooms.Files;

/// <summary>What a store of any kind must do; run against each.</summary>
internal static class StoreContract
{
    public static async Task HoldsAsync(IFileStore store)
    {
        byte[] bytes = [1, 2, 3, 0, 255, 254];
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var other = Convert.ToHexStringLower(SHA256.HashData([9]));
        Assert.False(await store.HasAsync(digest, default));
        Assert.Null(await store.OpenAsync(digest, default));

        await store.PutAsync(digest, bytes, default);
        await store.PutAsync(digest, bytes, default);
        await store.PutAsync(other, new byte[] { 9 }, default);

        Assert.True(await store.HasAsync(digest, default));
        await using (var stream = await store.OpenAsync(digest, default))
        {
            using var read = new MemoryStream();
            await stream!.CopyToAsync(read);
            Assert.Equal(bytes, read.ToArray());
        }
        Assert.Equal(new[] { digest, other }.Order(StringComparer.Ordinal), (await store.ListAsync(default).ToListAsync()).Select(f => f.Digest).Order(StringComparer.Ordinal));
        await store.DeleteAsync(digest, default);
        await store.DeleteAsync(digest, default);
        Assert.False(await store.HasAsync(digest, default));
        Assert.True(await store.HasAsync(other, default));
    }
}
