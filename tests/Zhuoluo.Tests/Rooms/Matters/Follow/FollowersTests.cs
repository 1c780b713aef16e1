using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Reminding;
using Zhuoluo.Rooms.Matters.Tallying;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Rooms.Matters.Deeds;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Follow;

public sealed class FollowersTests
{
    [Theory, EachDatabase]
    public async Task Tallies_move_with_the_matter_and_equal_a_fresh_count(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await DoDeedTests.TakenAsync(house);
        await house.DrainAsync();
        await AssertCountAsync(house, TallyBy.Town, County.Town, MatterState.Registered, 1);

        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Assign, d => d with { UnitId = County.BureauId });
        await house.DrainAsync();

        await AssertCountAsync(house, TallyBy.Town, County.Town, MatterState.Registered, 0);
        await AssertCountAsync(house, TallyBy.Unit, "1003", MatterState.AwaitingSignature, 1);
        await AssertCountAsync(house, TallyBy.All, "", MatterState.AwaitingSignature, 1);
        Assert.Empty(await house.Services.GetRequiredService<TallyCheck>().CompareAsync(house.System(), default));
    }

    [Theory, EachDatabase]
    public async Task Units_are_counted_with_their_limits_and_what_they_held_before_and_after_the_tallies_have_read_it(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await DoDeedTests.TakenAsync(house);
        await house.DrainAsync();
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Assign, d => d with { UnitId = County.BureauId });
        await DoDeedTests.DoneAsync(house, County.Handler, id, Verb.Return, d => d with { Reason = "不属于本单位", ReasonCode = "not-ours", Text = "职责规定第三条" });
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.UpholdReturn, d => d with { Reason = "情况属实", ReasonCode = "not-ours", Text = "情况属实" });
        TallyBy[] by = [TallyBy.UnitEver, TallyBy.Held, TallyBy.HeldReturned];

        var before = await house.ReadAsync(r => new ExactTallies(r).SumsAsync(by, 0, default));
        await house.DrainAsync();
        var after = await house.ReadAsync(r => r.Set<Tally>().Where(t => by.Contains(t.By) && t.Month == 0 && t.Count != 0).Select(t => new TallySum(t.By, t.Key, t.State, t.Count)).ToListAsync());

        Assert.Contains(new TallySum(TallyBy.HeldReturned, "1003", default, 1), after);
        Assert.Equal(after.OrderBy(s => s.By).ThenBy(s => s.Key), before.OrderBy(s => s.By).ThenBy(s => s.Key));
        Assert.Empty(await house.Services.GetRequiredService<TallyCheck>().CompareAsync(house.System(), default));
    }

    [Theory, EachDatabase]
    public async Task A_wrong_tally_is_found_and_put_right(Db db)
    {
        await using var house = await County.OpenAsync(db);
        await DoDeedTests.TakenAsync(house);
        await house.DrainAsync();
        await house.Writer.WriteAsync<int>(house.System(), async work => await work.Db.Set<Tally>().ExecuteUpdateAsync(s => s.SetProperty(t => t.Count, 5)), default);
        var check = house.Services.GetRequiredService<TallyCheck>();

        Assert.NotEmpty(await check.CompareAsync(house.System(), default));
        Assert.Equal(1, await check.RebuildAsync(house.System(), default));
        Assert.Empty(await check.CompareAsync(house.System(), default));
    }

    [Theory, EachDatabase]
    public async Task Confidential_matters_count_in_the_whole_only_and_are_not_found_by_words(Db db)
    {
        await using var house = await County.OpenAsync(db);
        await house.InsertAsync([AMatter.Row(50, house.Acts.Now, m => m.IsConfidential = true), new MatterText { MatterId = 50, Text = "举报路灯采购" }]);
        await house.TellAsync([50]);

        Assert.Equal([TallyBy.All], await house.ReadAsync(r => r.Set<Tally>().Select(t => t.By).ToListAsync()));
        Assert.Empty(await house.ReadAsync(r => MatterSearch.Hits(r, "路灯").ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task Words_are_found_as_part_of_a_sentence_newest_first_and_narrowed_by_any_filter(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var first = await DoDeedTests.TakenAsync(house);
        var second = await DoDeedTests.TakenAsync(house);
        await house.DrainAsync();

        var (ids, total) = await house.ReadAsync(r => MatterSearch.FindAsync(r, "路灯 晚上", 1, null, default));
        Assert.Equal([second], ids);
        Assert.Equal(2, total);
        var (older, _) = await house.ReadAsync(r => MatterSearch.FindAsync(r, "路灯", 10, second, default));
        Assert.Equal([first], older);
        Assert.Empty((await house.ReadAsync(r => MatterSearch.FindAsync(r, "灯晚", 10, null, default))).Ids);
        Assert.Empty((await house.ReadAsync(r => MatterSearch.FindAsync(r, "，。", 10, null, default))).Ids);
        Assert.Equal(1, await house.ReadAsync(r => r.Set<Matter>().CountAsync(m => m.Id > first && MatterSearch.Hits(r, "路").Contains(m.Id))));
        Assert.Equal(1, await house.ReadAsync(r => MatterSearch.Hits(r, "2026-000002").CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Sorting_changes_the_words_of_the_title(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await DoDeedTests.TakenAsync(house);
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Sort, d => d with { Title = "照明故障" });
        await house.DrainAsync();

        Assert.Equal([id], await house.ReadAsync(r => MatterSearch.Hits(r, "照明故障").ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task Units_are_told_once_of_each_step_and_reminded_once_of_each_deadline(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await DoDeedTests.TakenAsync(house);
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Accept);
        await DoDeedTests.DoneAsync(house, County.Dispatcher, id, Verb.Assign, d => d with { UnitId = County.BureauId });
        await house.DrainAsync();
        await DoDeedTests.DoneAsync(house, DoDeedTests.Staff(21, Role.Supervisor, "/1001/"), id, Verb.Urge);
        await house.DrainAsync();
        var remind = house.Services.GetRequiredService<RemindUnits>();
        Assert.Equal(0, await remind.RunAsync(house.System(), default));
        house.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(1, await remind.RunAsync(house.System(), default));
        house.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(1, await remind.RunAsync(house.System(), default));
        Assert.Equal(0, await remind.RunAsync(house.System(), default));

        var offices = house.Services.GetRequiredService<Offices>().Current;
        var told = await house.ReadAsync(r => Notices.ForAsync(r, County.Handler, offices, 10, default));
        Assert.Equal([NoticeKind.Overdue, NoticeKind.SignOverdue, NoticeKind.Urged, NoticeKind.Assigned], told.Select(n => n.Kind));
        Assert.Empty(await house.ReadAsync(r => Notices.ForAsync(r, DoDeedTests.Staff(22, Role.Handler, $"/1001/{County.TownOfficeId}/"), offices, 10, default)));
    }

    [Theory, EachDatabase]
    public async Task The_light_of_a_list_is_the_light_of_each_matter(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var now = house.Acts.Now;
        await house.InsertAsync(
        [
            AMatter.Row(1, now),
            AMatter.Row(2, now, m => (m.DueAt, m.NearAt) = (now.AddDays(3), now.AddDays(2))),
            AMatter.Row(3, now, m => (m.DueAt, m.NearAt) = (now.AddDays(3), now)),
            AMatter.Row(4, now, m => (m.DueAt, m.NearAt) = (now, now.AddDays(-1))),
            AMatter.Row(5, now, m => (m.DueAt, m.IsPaused) = (now.AddDays(-1), true)),
            AMatter.Row(6, now, m => (m.DueAt, m.IsPaused) = (now, true), MatterState.Suspended),
            AMatter.Row(7, now, m => m.DueAt = now.AddDays(3)),
            AMatter.Row(8, now, state: MatterState.Closed),
        ]);
        foreach (var light in Enum.GetValues<Light>())
        {
            var listed = await house.ReadAsync(r => r.Set<Matter>().Where(Lights.Is(light, now)).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
            var each = (await house.ReadAsync(r => r.Set<Matter>().OrderBy(m => m.Id).ToListAsync())).Where(m => Lights.Of(m, now) == light).Select(m => m.Id);
            Assert.Equal(each, listed);
        }
    }

    [Fact]
    public async Task Counts_and_indexes_an_old_ledger_of_13500()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var now = house.Acts.Now;
        var ids = Enumerable.Range(1, 13_500).Select(i => (long)i).ToList();
        await house.Writer.WriteAsync<Done>(house.System(), async work =>
        {
            await work.InsertManyAsync(ids.ConvertAll(i => AMatter.Row(i, now, m => (m.LeadUnitId, m.CategoryCode) = (1000 + (i % 40), $"c{i % 38}"),
                i % 300 == 0 ? MatterState.InProgress : MatterState.Closed, Channel.Import, new DateOnly(2021, 1, 1).AddDays((int)(i % 360)))), default);
            await work.InsertManyAsync(ids.ConvertAll(i => new MatterText { MatterId = i, Text = $"第{i}户反映门前道路破损，下雨天积水严重，老人小孩出行不便，希望尽快修补路面并清理排水沟。" }), default);
            return Done.Value;
        }, default);
        await house.RecordAsync(ids);
        var sequencer = house.Services.GetRequiredService<Sequencer>();
        while (await sequencer.TurnAsync(default) > 0)
        {
        }

        await house.DrainAsync();

        Assert.Equal(13_500, await house.ReadAsync(r => r.Set<Tally>().Where(t => t.By == TallyBy.All).SumAsync(t => t.Count)));
        Assert.Equal(13_500, await house.ReadAsync(r => MatterSearch.Hits(r, "排水沟").CountAsync()));
    }

    private static async Task AssertCountAsync(TestHouse house, TallyBy by, string key, MatterState state, long count)
    {
        var counts = await house.ReadAsync(r => r.CountAsync(by, new TallyFilter(), default));
        Assert.Equal(count, counts.Where(c => c.Key == key && c.State == state).Sum(c => c.Number));
    }
}
