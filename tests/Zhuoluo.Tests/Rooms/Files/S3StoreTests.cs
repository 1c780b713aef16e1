using System.Security.Cryptography;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Files.Scanning;
using Zhuoluo.Rooms.Files.Storing;

namespace Zhuoluo.Tests.Rooms.Files;

public sealed class S3StoreTests
{
    private static readonly byte[] _bytes = [1, 2, 3];
    private static readonly string _digest = Convert.ToHexStringLower(SHA256.HashData(_bytes));

    [Fact]
    public async Task Keeps_what_every_store_promises()
    {
        await using var bucket = await LocalBucket.StartAsync();
        using var store = StoreOf(bucket.Settings());
        await StoreContract.HoldsAsync(store);
        Assert.All(bucket.Kept.Keys, k => Assert.Matches("^files/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}$", k));
    }

    [Fact]
    public async Task Lists_with_the_age_that_the_service_tells_and_nothing_that_is_not_its_own()
    {
        await using var bucket = await LocalBucket.StartAsync();
        using var store = StoreOf(bucket.Settings());
        await store.PutAsync(_digest, _bytes, default);
        bucket.Kept["files/readme.txt"] = [1];
        bucket.Kept["other/" + FileDigest.PathOf(_digest)] = [1];

        Assert.Equal([new KeptFile(_digest, new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero))], await store.ListAsync(default).ToListAsync());
    }

    [Fact]
    public async Task Bytes_that_were_changed_elsewhere_are_not_given_out()
    {
        await using var bucket = await LocalBucket.StartAsync();
        using var store = StoreOf(bucket.Settings());
        await store.PutAsync(_digest, _bytes, default);
        bucket.Kept["files/" + FileDigest.PathOf(_digest)] = [1, 2, 4];

        await Assert.ThrowsAsync<FileStoreAway>(() => store.OpenAsync(_digest, default));
    }

    [Fact]
    public async Task A_refusal_of_the_service_tells_its_code_and_no_key()
    {
        await using var bucket = await LocalBucket.StartAsync();
        using var store = StoreOf(bucket.Settings(secret: "wrong-secret"));

        var fault = await Assert.ThrowsAsync<FileStoreAway>(() => store.PutAsync(_digest, _bytes, default));

        Assert.Contains("403 SignatureDoesNotMatch", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(LocalBucket.KeyId, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", fault.ToString(), StringComparison.Ordinal);
        Assert.Empty(bucket.Kept);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_refuses_the_file_and_holds_nothing()
    {
        var bucket = await LocalBucket.StartAsync();
        var settings = bucket.Settings();
        await bucket.DisposeAsync();
        using var store = StoreOf(settings);
        using var leases = new FileLeases();
        var desk = new FileDesk(store, new NoScan(), leases);

        Assert.True((await desk.TakeAsync(Pictures.Png(), null, default)).IsRefused(out var refusal, out _));
        Assert.Equal("file-not-kept", refusal.Code);
        Assert.False(await desk.HoldAgainAsync(new StoredFile(_digest, FileKind.Png, 3, 1, 1, null), default));
        // What somebody still holds is not deleted; this was asked to be.
        await using var other = await LocalBucket.StartAsync();
        using var there = StoreOf(other.Settings());
        Assert.Equal(1, await leases.DeleteAsync([_digest], [], there, default));
    }

    [Fact]
    public void Settings_are_read_whole_or_the_start_fails_and_no_key_is_printed()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("zls3").FullName, "keys");
        File.WriteAllLines(file, ["id-1", "secret-1"]);
        var given = new Dictionary<string, string>(StringComparer.Ordinal) { ["ZHUOLUO_S3"] = "https://s3.example.cn/", ["ZHUOLUO_S3_BUCKET"] = "b", ["ZHUOLUO_S3_KEYS"] = file };

        var options = S3Options.Read(given.GetValueOrDefault);

        Assert.Equal(new S3Options("https://s3.example.cn", "b", "us-east-1", "", "id-1", "secret-1"), options);
        Assert.Equal("https://s3.example.cn/b/", options.ToString());
        given.Remove("ZHUOLUO_S3_KEYS");
        Assert.Throws<InvalidOperationException>(() => S3Options.Read(given.GetValueOrDefault));
        Assert.False(S3Options.Read(_ => null).IsOn);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static S3Store StoreOf(Dictionary<string, string> settings) => new(S3Options.Read(settings.GetValueOrDefault));
}
