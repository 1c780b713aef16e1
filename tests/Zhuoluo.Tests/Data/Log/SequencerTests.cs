using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Ledger.Trees;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Data.Log;

/// <summary>Entries get their place, the tree grows over their stored bytes, and what is published is signed over what was read back.</summary>
public sealed class SequencerTests
{
    [Theory, EachDatabase]
    public async Task The_published_root_is_the_hash_of_the_stored_bytes_in_their_order(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(300);
        await house.DrainAsync();
        await house.RecordAsync(7);
        await house.DrainAsync();

        var bodies = await house.BodiesAsync();
        var edge = new TreeEdge();
        bodies.ForEach(b => edge.Append(b));
        Assert.Equal(new Checkpoint((await house.ShardAsync()).Origin, bodies.Count, edge.Root()), await house.CheckpointAsync());
        Assert.Equal(1, await house.ReadAsync(d => d.Set<LedgerTile>().CountAsync()));
        Assert.Empty(await house.DifferencesAsync());
    }

    [Theory, EachDatabase]
    public async Task A_receipt_of_any_entry_verifies_with_the_published_keys(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(260);
        await house.DrainAsync();
        var (log, shard) = (house.Of<PublishedLog>(), await house.ShardAsync());
        var note = await log.CheckpointAsync(shard, default);
        var eventId = await house.ReadAsync(d => d.Set<LedgerEntry>().Where(e => e.Idx == 257).Select(e => e.EventId).SingleAsync());

        var place = await log.FindAsync(eventId, default);
        var receipt = Receipt.Parse((await Receipt.MakeAsync(log.Source(shard), note!, place!.Index, [], default)).ToBytes());
        var verdict = receipt.Verify(await log.PolicyAsync(shard, default));

        Assert.Equal(257, place.Index);
        Assert.True(verdict.IsProved);
        Assert.Equal("ledger.key-changed", verdict.Entry!.Kind);
        Assert.Null(await log.FindAsync(new byte[16], default));
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_found_before_it_is_published(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(1);
        var eventId = await house.ReadAsync(d => d.Set<PendingEntry>().Select(e => e.EventId).SingleAsync());
        await house.Of<Sequencer>().TurnAsync(default);
        Assert.Null(await house.Of<PublishedLog>().FindAsync(eventId, default));
        await house.Of<Publisher>().TurnAsync(default);
        Assert.NotNull(await house.Of<PublishedLog>().FindAsync(eventId, default));
    }

    [Theory, EachDatabase]
    public async Task A_new_year_freezes_the_log_and_begins_one_that_says_how_the_other_ended(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(3);
        await house.DrainAsync();
        var first = await house.ShardAsync();
        house.Clock.Advance(TimeSpan.FromDays(366));
        await house.RecordAsync(2);
        await house.DrainAsync();

        var shards = await house.Of<PublishedLog>().AllAsync(default);
        Assert.Equal([first.Year, first.Year + 1], shards.Select(s => s.Year));
        Assert.Equal(4, shards[0].Size);
        Assert.Equal(4, shards[1].First);
        var kinds = await house.ReadAsync(d => d.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => e.Kind).ToListAsync());
        Assert.Equal(["ledger.frozen", "ledger.opened"], kinds[3..5]);
        var opened = LoggedEntry.Parse((await house.BodiesAsync())[4]);
        var last = Checkpoint.Parse((await house.Of<PublishedLog>().CheckpointAsync(shards[0], default))!.Text);
        Assert.Equal(4, last.Size);
        Assert.Contains(Convert.ToHexStringLower(last.Root.ToArray())[..32], opened.Public, StringComparison.Ordinal);
        Assert.Equal(3, (await house.CheckpointAsync())!.Size);
        Assert.Empty(await house.DifferencesAsync());
    }

    [Theory, EachDatabase]
    public async Task A_clock_that_was_set_back_turns_no_year_and_breaks_nothing(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(2);
        await house.DrainAsync();
        house.Clock.Advance(TimeSpan.FromDays(-800));
        await house.RecordAsync(2);
        await house.DrainAsync();
        Assert.Equal(4, (await house.CheckpointAsync())!.Size);
        Assert.Single(await house.Of<PublishedLog>().AllAsync(default));
    }

    [Theory, EachDatabase]
    public async Task Entries_of_an_older_version_are_taken_into_the_first_tree(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(40);
        await house.Of<Sequencer>().TurnAsync(default);
        // As the version before left it: entries in their place and no tree.
        await house.RunAsync("UPDATE ledger_head SET year = 0, root = ''");
        await house.RunAsync("DELETE FROM ledger_shard");
        await house.RestartAsync();
        await house.RecordAsync(1);
        await house.DrainAsync();
        Assert.Equal(41, (await house.CheckpointAsync())!.Size);
        Assert.Empty(await house.DifferencesAsync());
    }

    [Theory, EachDatabase]
    public async Task What_is_evidence_can_not_be_changed_or_deleted(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.RecordAsync(300);
        await house.DrainAsync();
        foreach (var table in new[] { "ledger_entry", "ledger_tile", "ledger_checkpoint" })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => house.RunAsync($"DELETE FROM {table}"));
        }
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => house.RunAsync("UPDATE ledger_entry SET kind = 'other'"));
    }
}
