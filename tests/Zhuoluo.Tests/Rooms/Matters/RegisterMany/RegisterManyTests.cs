using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.RegisterMany;

public sealed class RegisterManyTests(ITestOutputHelper output)
{
    private static readonly DateOnly _day = new(2021, 3, 5);

    [Theory, EachDatabase]
    public async Task Takes_a_batch_over_whole_with_history_answer_contact_and_entry(Db db)
    {
        await using var house = await County.OpenAsync(db);

        await TakeAsync(house, [Closed(), Open()]);
        await house.DrainAsync();

        var matters = await house.ReadAsync(r => r.Set<Matter>().OrderBy(m => m.Id).ToListAsync());
        Assert.Equal(["2021-000001", "2021-000002"], matters.Select(m => m.Number));
        Assert.Equal((MatterState.Closed, MatterOutcome.Solved, false, _day.AddDays(9)), (matters[0].State, matters[0].Outcome, matters[0].IsOpen, matters[0].ClosedOn!.Value));
        Assert.Equal((MatterState.InProgress, true), (matters[1].State, matters[1].IsOpen));
        Assert.NotNull(matters[1].DueAt);
        Assert.Null(matters[0].DueAt);
        Assert.Equal([Verb.Register, Verb.Close, Verb.Register], await house.ReadAsync(r => r.Set<Step>().OrderBy(s => s.Id).Select(s => s.Verb).ToListAsync()));
        Assert.Equal("已修补。", await house.ReadAsync(r => r.Set<Answer>().Select(a => a.Text).SingleAsync()));
        Assert.Equal(2, await house.ReadAsync(r => r.Set<LedgerEntry>().CountAsync(e => e.Kind == "matter.imported")));
        Assert.Equal(1, await house.ReadAsync(r => r.Set<MatterContact>().CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Takes_nothing_of_a_batch_in_which_one_contradicts_itself(Db db)
    {
        await using var house = await County.OpenAsync(db);

        var outcome = await BulkOf(house).HandleAsync([Closed(), Closed() with { ClosedOn = _day.AddDays(-1) }], house.System(), default);

        Assert.True(outcome.IsRefused(out var refusal, out _));
        Assert.Equal("unsound-bulk-row", refusal.Code);
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Matter>().CountAsync()));
    }

    [Fact]
    public async Task Refuses_whoever_may_not_import()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);

        var outcome = await BulkOf(house).HandleAsync([Closed()], house.ActAs(County.Clerk), default);

        Assert.True(outcome.IsRefused(out var refusal, out _));
        Assert.Equal("not-permitted", refusal.Code);
    }

    [Fact]
    public async Task Tells_how_long_five_thousand_take()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var watch = Stopwatch.StartNew();

        for (var batch = 0; batch < 5; batch++)
        {
            await TakeAsync(house, [.. Enumerable.Range(0, 1000).Select(_ => Closed())]);
        }

        output.WriteLine($"5000 matters in {watch.ElapsedMilliseconds} ms");
        Assert.Equal(5000, await house.ReadAsync(r => r.Set<Matter>().CountAsync()));
    }

    private static IMatterBulk BulkOf(TestHouse house) => house.Services.GetRequiredService<IMatterBulk>();

    private static async Task TakeAsync(TestHouse house, IReadOnlyList<BulkMatter> batch) =>
        Assert.False((await BulkOf(house).HandleAsync(batch, house.System(), default)).IsRefused(out var refusal, out _), refusal?.Code);

    private static BulkMatter Closed() => new(MatterKind.Help, Channel.Visit, "进村路坑洼积水，请求修补。", County.Village, _day, MatterState.Closed)
    {
        Outcome = MatterOutcome.Solved,
        ClosedOn = _day.AddDays(9),
        Result = "已修补。",
        LeadUnitId = County.BureauId,
        Contact = new Contact("王小明", "13800001234", null),
    };

    private static BulkMatter Open() => new(MatterKind.Help, Channel.Visit, "路灯坏了。", County.Town, _day, MatterState.InProgress) { LeadUnitId = County.TownOfficeId };
}
