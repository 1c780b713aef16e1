using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Rooms.Proofs.Commands;
using Zhuoluo.Tests.Data.Log;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Proofs;

/// <summary>A witness on another machine cosigns what follows from what it saw, and a log that forked is stopped by its answer.</summary>
public sealed class WitnessTests
{
    [Theory, EachDatabase]
    public async Task The_witness_cosigns_each_checkpoint_that_follows_and_its_line_is_served(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(3);
        await house.DrainAsync();
        await using var office = await Office.OpenAsync(house);
        using var cosigner = office.Cosigner(house);

        await cosigner.CosignAsync(default);
        await house.RecordAsync(400);
        await house.DrainAsync();
        await cosigner.CosignAsync(default);

        var note = await house.Of<PublishedLog>().CheckpointAsync(await house.ShardAsync(), default);
        Assert.Equal(2, note!.Signatures.Count);
        Assert.Contains(office.Key.Verifier, note.Verify([office.Key.Verifier])!);
        Assert.Equal(2, await house.ReadAsync(d => d.Set<LedgerCosignature>().CountAsync()));
    }

    [Fact]
    public async Task A_witness_that_saw_another_history_stops_the_log()
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);
        await house.RecordAsync(3);
        await house.DrainAsync();
        await using var office = await Office.OpenAsync(house);
        // What the witness has cosigned is a larger tree than any that is here.
        var shard = await house.ShardAsync();
        using (var key = SignerKey.Parse((await File.ReadAllTextAsync(Path.Combine(house.Options.Keys, "ledger", $"{shard.Year}.skey"))).Trim()))
        {
            var other = (await house.CheckpointAsync())! with { Size = 9 };
            await new Zhuoluo.Ledger.Witnesses.FolderWitnessMemory(office.Folder).KeepAsync(shard.Origin, other.Sign([key], DateTimeOffset.UnixEpoch), default);
        }
        using var cosigner = office.Cosigner(house);
        await cosigner.CosignAsync(default);
        Assert.Contains("another history", house.Of<LogState>().Alarm, StringComparison.Ordinal);
    }

    private sealed class Office(string folder, SignerKey key, WebApplication app) : IAsyncDisposable
    {
        public string Folder => folder;

        public SignerKey Key => key;

        public static async Task<Office> OpenAsync(TestHouse house)
        {
            var folder = Directory.CreateTempSubdirectory("zl-witness").FullName;
            var key = WitnessCommand.KeyIn(folder, "audit.example/w1");
            var app = WitnessCommand.Build(await house.Of<PublishedLog>().PolicyAsync(await house.ShardAsync(), default), folder, key, "http://127.0.0.1:0");
            await app.StartAsync();
            return new Office(folder, key, app);
        }

        public Cosigner Cosigner(TestHouse house) => new(
            [new WitnessPlace(key.Verifier, new Uri(app.Urls.First()))], house.Of<PublishedLog>(), house.Of<IDbContextFactory<ZhuoluoContext>>(), house.Writer, house.Acts,
            house.Of<LogState>(), house.Clock, NullLogger<Cosigner>.Instance);

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            key.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
