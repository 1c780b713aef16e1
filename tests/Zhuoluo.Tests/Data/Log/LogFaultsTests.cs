using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Data.Log;

/// <summary>Cut off at each point, put back from a backup, changed behind: nothing wrong is ever signed, and the operator is told where.</summary>
public sealed class LogFaultsTests
{
    [Theory, EachDatabase]
    public async Task Cut_off_between_commit_and_signature_it_is_signed_after_the_start(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(5);
        await house.Of<Sequencer>().TurnAsync(default);
        await house.RestartAsync();
        Assert.Null(await house.CheckpointAsync());
        Assert.Equal(1, await house.Of<Pump>().PublishAsync(default));
        Assert.Equal(5, (await house.CheckpointAsync())!.Size);
    }

    [Theory, EachDatabase]
    public async Task Cut_off_between_signature_and_publication_the_same_tree_is_signed_again(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(5);
        await house.DrainAsync();
        await house.RecordAsync(3);
        await house.Of<Sequencer>().TurnAsync(default);
        await MarkAsync(house, 8);
        await house.RestartAsync();
        await house.RecordAsync(2);
        await house.DrainAsync();
        Assert.Equal(10, (await house.CheckpointAsync())!.Size);
        Assert.Null(house.Of<LogState>().Alarm);
    }

    [Fact]
    public async Task An_old_backup_is_not_signed_until_what_it_lost_came_back()
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);
        await house.RecordAsync(3);
        await house.DrainAsync();
        await house.StopAsync();
        var backup = await File.ReadAllBytesAsync(house.Options.SqliteFile);
        await house.RestartAsync();
        await house.RecordAsync(300);
        await house.DrainAsync();
        var copy = Directory.CreateTempSubdirectory("zl-mirror").FullName;
        var log = house.Of<PublishedLog>();
        await LogCopy.RunAsync(log.Source(await house.ShardAsync()), new FolderStore(copy), (await log.CheckpointAsync(await house.ShardAsync(), default))!, default);
        var newest = await house.CheckpointAsync();

        await house.StopAsync();
        await File.WriteAllBytesAsync(house.Options.SqliteFile, backup);
        await house.RestartAsync();
        await house.RecordAsync(1);
        await house.DrainAsync();

        Assert.Contains("older one", house.Of<LogState>().Alarm, StringComparison.Ordinal);
        Assert.Equal(3, (await house.CheckpointAsync())!.Size);
        Assert.Equal(0, await house.RecordAsync(1));

        await house.RestartAsync();
        var outcome = await house.Of<LogRecovery>().RunAsync(new FolderStore(copy), house.System(), default);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(300, outcome.Match(n => n, r => throw new InvalidOperationException(r.Code)));
        await house.RecordAsync(1);
        await house.DrainAsync();
        Assert.Null(house.Of<LogState>().Alarm);
        Assert.True((await house.CheckpointAsync())!.Size > newest!.Size);
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public async Task A_backup_that_grew_past_what_was_signed_is_seen_by_its_other_history()
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);
        await house.RecordAsync(3);
        await house.DrainAsync();
        await house.StopAsync();
        var backup = await File.ReadAllBytesAsync(house.Options.SqliteFile);
        await house.RestartAsync();
        await house.RecordAsync(5);
        await house.DrainAsync();
        var (mark, year) = (house.Of<SignedMark>(), (await house.ShardAsync()).Year);
        var signed = mark.Of(year)!;
        mark.Set(year, signed with { Size = 3, Root = signed.Root });
        await house.StopAsync();
        await File.WriteAllBytesAsync(house.Options.SqliteFile, backup);
        await house.RestartAsync();
        await house.RecordAsync(20);
        await house.Of<Sequencer>().TurnAsync(default);
        mark.Set(year, signed);

        await house.DrainAsync();
        await house.Of<Pump>().PublishAsync(default);
        Assert.Contains("another history", house.Of<LogState>().Alarm, StringComparison.Ordinal);
        Assert.Equal(3, (await house.CheckpointAsync())!.Size);

        await house.RestartAsync();
        await house.Of<LogStart>().CheckAsync(default);
        Assert.Contains("another history", house.Of<LogState>().Alarm, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_changed_entry_is_named_and_nothing_more_is_signed_over_it(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(300);
        await house.DrainAsync();
        await DropGuardsAsync(house, db);
        await house.RunAsync(db == Db.Postgres
            ? "UPDATE ledger_entry SET body = set_byte(body, 20, 65) WHERE idx = 123"
            : "UPDATE ledger_entry SET body = CAST(replace(CAST(body AS TEXT), 'operator', 'Operator') AS BLOB) WHERE idx = 123");
        Assert.Contains(await house.DifferencesAsync(), d => d.Contains("entry 123", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_changed_tail_stops_the_log_at_the_next_start(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(10);
        await house.DrainAsync();
        await DropGuardsAsync(house, db);
        await house.RunAsync("UPDATE ledger_entry SET body = (SELECT body FROM ledger_entry WHERE idx = 2) WHERE idx = 7");
        await house.RestartAsync();
        await house.RecordAsync(1);
        await house.DrainAsync();
        Assert.NotNull(house.Of<LogState>().Alarm);
        Assert.Equal(10, (await house.CheckpointAsync())!.Size);
    }

    [Theory, EachDatabase]
    public async Task A_changed_hash_in_a_full_tile_is_named(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(600);
        await house.DrainAsync();
        await DropGuardsAsync(house, db);
        await house.RunAsync("UPDATE ledger_tile SET data = (SELECT data FROM ledger_tile WHERE level = 0 AND n = 0) WHERE level = 0 AND n = 1");
        Assert.Contains(await house.DifferencesAsync(), d => d.Contains("tile/0/001", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Where_the_mark_can_not_be_written_nothing_is_signed_and_nothing_is_lost(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var folder = Path.Combine(house.Options.Keys, "ledger");
        Directory.CreateDirectory(house.Options.Keys);
        await File.WriteAllTextAsync(folder, "in the way");
        Assert.Equal(3, await house.RecordAsync(3));
        await Assert.ThrowsAnyAsync<IOException>(house.DrainAsync);
        Assert.Null(await house.CheckpointAsync());
        File.Delete(folder);
        Assert.Equal(1, await house.Of<Pump>().PublishAsync(default));
        Assert.Equal(3, (await house.CheckpointAsync())!.Size);
    }

    [Fact]
    public async Task Two_nodes_with_one_database_give_each_entry_one_place()
    {
        await using var house = await TestHouse.OpenAsync(Db.Postgres);
        await using var other = house.Neighbour();
        var nodes = new[] { house, other };
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            await nodes[i % 2].RecordAsync((i % 9) + 1);
            await nodes[(i + 1) % 2].DrainAsync();
        }));
        await house.DrainAsync();
        var recorded = Enumerable.Range(0, 60).Sum(i => (i % 9) + 1);
        var indexes = await house.ReadAsync(d => d.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => e.Idx).ToListAsync());
        Assert.Equal(Enumerable.Range(0, recorded).Select(i => (long)i), indexes);
        Assert.Equal(recorded, (await house.CheckpointAsync())!.Size);
        Assert.Null(house.Of<LogState>().Alarm);
        Assert.Null(other.Of<LogState>().Alarm);
        Assert.Empty(await house.DifferencesAsync());
    }

    [Theory, EachDatabase]
    public async Task While_keys_overlap_old_and_new_verifiers_accept_and_then_only_the_new(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(1);
        await house.DrainAsync();
        var log = house.Of<PublishedLog>();
        var old = VerifierKey.Parse((await log.KeysAsync(default)).Single().Vkey);
        var fresh = VerifierKey.Parse((await house.Of<LogRotation>().BeginAsync(house.System(), default)).Match(v => v, r => r.Code));
        await house.DrainAsync();
        var both = await log.CheckpointAsync(await house.ShardAsync(), default);
        Assert.True(new TrustPolicy(new LogKey(old)).Check(both!).IsTrusted);
        Assert.True(new TrustPolicy(new LogKey(fresh)).Check(both!).IsTrusted);

        Assert.False((await house.Of<LogRotation>().EndAsync(house.System(), default)).IsRefused(out _, out _));
        await house.DrainAsync();
        var after = await log.CheckpointAsync(await house.ShardAsync(), default);
        Assert.False(new TrustPolicy(new LogKey(old)).Check(after!).IsTrusted);
        Assert.True(new TrustPolicy(new LogKey(fresh)).Check(after!).IsTrusted);
        Assert.Empty(await house.DifferencesAsync());
    }

    private static async Task MarkAsync(TestHouse house, int size)
    {
        var edge = new TreeEdge();
        (await house.BodiesAsync()).Take(size).ToList().ForEach(b => edge.Append(b));
        var shard = await house.ShardAsync();
        house.Of<SignedMark>().Set(shard.Year, new Checkpoint(shard.Origin, size, edge.Root()));
    }

    private static async Task DropGuardsAsync(TestHouse house, Db db)
    {
        foreach (var table in new[] { "ledger_entry", "ledger_tile" })
        {
            await house.RunAsync(db == Db.Postgres ? $"DROP TRIGGER {table}_no_change ON {table}" : $"DROP TRIGGER {table}_no_update");
        }
    }
}
