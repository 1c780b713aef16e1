using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Tests.Rooms.Disclosure;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Proofs;

public sealed class PublicReceiptTests
{
    [Fact]
    public async Task Anybody_gets_the_receipt_of_an_entry_by_id_and_by_place_and_it_opens_nothing()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var (_, _, own) = await resident.OwnReceiptAsync();
        var mine = Receipt.Parse(own);
        using var anybody = site.Client();

        var answer = await anybody.GetAsync("/ledger/receipts/" + LoggedEntry.Parse(mine.Extra!.Entry).Id);
        var given = Receipt.Parse(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.EndsWith(".tlog-proof", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.Equal(mine.Proof.Index, given.Proof.Index);
        Assert.Equal(mine.Extra.Entry.ToArray(), given.Extra!.Entry.ToArray());
        Assert.Empty(given.Extra.Openings);

        var log = site.Services.GetRequiredService<PublishedLog>();
        var shard = (await log.CurrentAsync(default))!;
        Assert.True(given.Verify(await log.PolicyAsync(shard, default)).IsProved);
        var byPlace = Receipt.Parse(await anybody.GetByteArrayAsync($"/ledger/entries/{shard.Year}/{mine.Proof.Index}/proof"));
        Assert.Equal(given.Extra.Entry.ToArray(), byPlace.Extra!.Entry.ToArray());
    }

    [Theory]
    [InlineData("/ledger/receipts/00000000000000000000000000000000")]
    [InlineData("/ledger/receipts/0000000000000000000000000000000")]
    [InlineData("/ledger/receipts/ABCDEF00000000000000000000000000")]
    [InlineData("/ledger/entries/2026/999999/proof")]
    [InlineData("/ledger/entries/2026/-1/proof")]
    [InlineData("/ledger/entries/1999/0/proof")]
    [InlineData("/ledger/check?entry=00000000000000000000000000000000")]
    [InlineData("/ledger/check?year=2026&index=999999")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var site = await Site.OpenAsync();
        using var anybody = site.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_receipt_costs_a_handful_of_queries_however_long_the_log_is()
    {
        await using var site = await Site.OpenAsync();
        using var count = new CommandCount();
        using var anybody = site.Client();
        using var resident = site.Client();
        var (_, _, own) = await resident.OwnReceiptAsync();
        var address = "/ledger/receipts/" + LoggedEntry.Parse(Receipt.Parse(own).Extra!.Entry).Id;

        var few = await count.OfAsync(anybody, address);
        var lines = Enumerable.Range(0, 600).Select(i => new Zhuoluo.Rooms.Matters.BulkMatter(
            Zhuoluo.Rooms.Matters.MatterKind.Help, Zhuoluo.Rooms.Matters.Channel.Visit, $"第{i}盏路灯坏了。", Site.Village, new DateOnly(2026, 1, 1), Zhuoluo.Rooms.Matters.MatterState.Registered)).ToList();
        Loop.Value(await site.Services.GetRequiredService<Zhuoluo.Rooms.Matters.RegisterManyHandler>().HandleAsync(lines, site.Operator(), default));
        await site.DrainAsync();
        var many = await count.OfAsync(anybody, address);

        // The entry, its year, the checkpoint with its cosignatures; then two tiles for each level that the tree has.
        Assert.InRange(few.Count, 1, 16);
        Assert.InRange(many.Count, 1, few.Count + 4);
    }

    [Theory, EachDatabase]
    public async Task What_is_durable_and_not_published_is_known_but_has_no_receipt_yet(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var (maker, trail) = (house.Services.GetRequiredService<ReceiptMaker>(), new Trail());
        await house.Writer.WriteAsync<Done>(house.System() with { Trail = trail }, work =>
        {
            work.Record(new LedgerKeyChangedV1(1, new Code("00000000"), false), new Subject("test", 1));
            return Task.FromResult<Outcome<Done>>(Done.Value);
        }, default);
        var id = trail.Entries.Single().EventId;

        Assert.Equal(ReceiptMade.Unknown, await maker.OfEventAsync(new byte[16], [], default));
        Assert.Equal(ReceiptMade.NotYet, await maker.OfEventAsync(id, [], default));
        await house.DrainAsync();
        var made = await maker.OfEventAsync(id, [], default);
        Assert.Equal(trail.Entries.Single().Id, LoggedEntry.Parse(made.Receipt!.Extra!.Entry).Id);
        Assert.True(made.Receipt.Verify(await house.Services.GetRequiredService<PublishedLog>().PolicyAsync(made.Place!.Shard, default)).IsProved);
    }
}
