using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Data;

public sealed class WriterTests
{
    private static readonly Subject _subject = new("sample", 7);

    [Theory, EachDatabase]
    public async Task Writes_rows_and_entry_together(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);

        await house.Writer.WriteAsync<Done>(house.System(), work =>
        {
            work.Record(new SampleRecordedV1(3, new DateOnly(2026, 3, 2), new Code("a.1")), _subject);
            return Task.FromResult<Outcome<Done>>(Done.Value);
        }, default);
        await house.DrainAsync();

        var entry = await house.ReadAsync(r => r.Set<LedgerEntry>().SingleAsync());
        Assert.Equal(0, entry.Idx);
        Assert.Equal("sample.recorded", entry.Kind);
        Assert.Matches(
            """^\{"at":"2026-03-02T01:00:00Z","by":"operator","id":"[0-9a-f]{32}","kind":"sample.recorded","pub":\{"count":3,"on":"2026-03-02","topic":"a.1"\},"v":1\}$""",
            System.Text.Encoding.UTF8.GetString(entry.Body));
    }

    [Theory, EachDatabase]
    public async Task A_question_of_a_change_sees_the_rows_that_the_change_has_made(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);

        var outcome = await house.Writer.WriteAsync<int>(house.System(), async work =>
        {
            work.Record(new SampleRecordedV1(1, null, null), _subject);
            return await work.Db.Set<PendingEntry>().CountAsync() * 10 + (int)(await work.AskAsync("SELECT count(*) FROM ledger_pending", default))!.Value;
        }, default);

        Assert.Equal(11, outcome.Match(seen => seen, _ => 0));
    }

    [Theory, EachDatabase]
    public async Task Keeps_nothing_of_a_refused_change_and_everything_of_its_neighbours(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);

        var writes = Enumerable.Range(0, 40).Select(i => house.Writer.WriteAsync<int>(house.System(), work =>
        {
            work.Record(new SampleRecordedV1(i, null, null), _subject);
            return Task.FromResult<Outcome<int>>(i % 4 == 0 ? new NotPermitted() : i);
        }, default)).ToList();
        var outcomes = await Task.WhenAll(writes);
        await house.DrainAsync();

        Assert.Equal(10, outcomes.Count(o => o.IsRefused(out _, out _)));
        Assert.Equal(Enumerable.Range(0, 30), await house.ReadAsync(async r => (await r.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => (int)e.Idx).ToListAsync())));
    }

    [Theory, EachDatabase]
    public async Task A_fault_in_one_change_reaches_its_caller_only(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);

        var bad = house.Writer.WriteAsync<Done>(house.System(), _ => throw new InvalidOperationException("planted"), default);
        var good = house.Writer.WriteAsync<Done>(house.System(), work =>
        {
            work.Record(new SampleRecordedV1(1, null, null), _subject);
            return Task.FromResult<Outcome<Done>>(Done.Value);
        }, default);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.False((await good).IsRefused(out _, out _));
    }

    [Theory, EachDatabase]
    public async Task Seals_openings_that_only_the_subjects_key_opens(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        SubjectKey? key = null;

        await house.Writer.WriteAsync<Done>(house.System(), work =>
        {
            key = work.Vault.NewKey(work.Act);
            work.Db.Add(key);
            work.Record(new SampleRecordedV1(1, null, null), _subject, key, [new Opening("sample.text.v1", "王小明"u8.ToArray())]);
            return Task.FromResult<Outcome<Done>>(Done.Value);
        }, default);

        var row = await house.ReadAsync(r => r.Set<SealedOpening>().SingleAsync());
        var plain = new Vault(house.Options).Open(key!, row.Sealed, [.. row.EventId, .. "sample.text.v1"u8]);
        Assert.Equal("王小明", System.Text.Encoding.UTF8.GetString(plain[32..]));
        Assert.DoesNotContain("王小明", System.Text.Encoding.UTF8.GetString(row.Sealed), StringComparison.Ordinal);
    }

    private sealed record SampleRecordedV1(int Count, DateOnly? On, Code? Topic) : IEntry
    {
        public static string Kind => "sample.recorded";
        public static int Version => 1;
    }
}
