using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Searching;
using Zhuoluo.Rooms.Matters.Terms;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Searching;

public sealed class MatterSearchTests
{
    [Theory, EachDatabase]
    public async Task Each_way_of_asking_finds_what_it_says(Db db)
    {
        await using var house = await HouseAsync(db, ["村口路灯坏了三天", "小区路灯不亮，停车难", "停车难，路灯却是好的", "污水外溢", "WiFi 在 3 号楼连不上"]);

        Assert.Equal([3, 2, 1], await FindAsync(house, "路灯"));
        Assert.Equal([3, 2, 1], await FindAsync(house, "路燈"));
        Assert.Equal([3, 2, 1], await FindAsync(house, "灯"));
        Assert.Equal([3, 2], await FindAsync(house, "停车 路灯"));
        Assert.Equal([3], await FindAsync(house, "\"停车难，路灯\""));
        Assert.Equal([3, 1], await FindAsync(house, "路灯 -小区"));
        Assert.Equal([5], await FindAsync(house, "ｗｉｆｉ"));
        Assert.Equal([5], await FindAsync(house, "3 号楼"));
        Assert.Equal([4], await FindAsync(house, "2026-000004"));
        Assert.Empty(await FindAsync(house, "-路灯"));
        Assert.Empty(await FindAsync(house, "，。\""));
        Assert.Empty(await FindAsync(house, "灯坏了吗"));
    }

    [Theory, EachDatabase]
    public async Task Pages_follow_each_other_for_a_usual_and_for_a_rare_word(Db db)
    {
        await using var house = await HouseAsync(db, [.. Enumerable.Range(1, 300).Select(i => i % 100 == 0 ? "污水外溢" : "村口路灯坏了")]);

        foreach (var (word, total) in new[] { ("路灯", 297), ("污水", 3), ("路灯 村口", 297) })
        {
            var query = SearchQuery.Parse(word);
            var first = await house.ReadAsync(r => MatterSearch.FindAsync(r, query, 25, 0, null, default));
            var second = await house.ReadAsync(r => MatterSearch.FindAsync(r, query, 25, 25, null, default));
            var after = await house.ReadAsync(r => MatterSearch.FindAsync(r, query, 25, 0, first.Ids[^1], default));
            Assert.Equal(total, first.Total);
            Assert.Equal(first.Ids.OrderDescending(), first.Ids);
            Assert.Equal(second.Ids, after.Ids);
            Assert.Equal(Math.Min(total, 50), first.Ids.Concat(second.Ids).Distinct().Count());
        }
    }

    [Theory, EachDatabase]
    public async Task What_becomes_confidential_is_found_and_counted_no_more(Db db)
    {
        await using var house = await HouseAsync(db, ["村口路灯坏了", "举报路灯采购"]);
        await house.Writer.WriteAsync<int>(house.System(), async work => await work.Db.Set<Matter>().Where(m => m.Id == 2)
            .ExecuteUpdateAsync(u => u.SetProperty(m => m.IsConfidential, true)), default);
        await house.TellAsync([2]);

        var hits = await house.ReadAsync(r => MatterSearch.FindAsync(r, "路灯", 25, null, default));
        Assert.Equal([1], hits.Ids);
        Assert.Equal(1, hits.Total);
        Assert.Empty(await FindAsync(house, "采购"));
    }

    [Fact]
    public async Task On_postgresql_the_kept_counts_are_exact_after_changes()
    {
        await using var house = await HouseAsync(Db.Postgres, ["村口路灯坏了路灯", "路灯不亮"]);
        await house.TellAsync([1, 2]);

        var counts = await house.ReadAsync(r => r.Set<SearchWord>().ToDictionaryAsync(w => w.Word, w => w.Count));
        Assert.Equal((2, 1, 2), (counts["路灯"], counts["不亮"], counts[""]));
        Assert.DoesNotContain("2026", counts.Keys);
    }

    [Theory, EachDatabase]
    public async Task Other_words_for_the_same_are_found_too(Db db)
    {
        await using var house = await HouseAsync(db, ["村口路灯坏了", "村口街灯坏了", "电杆灯坏了"]);
        await house.InsertAsync([new Term { Id = 1, CategoryCode = "lamp", Kind = TermKind.Synonym, Text = "街灯", StandsFor = "路灯" },
            new Term { Id = 2, CategoryCode = "lamp", Kind = TermKind.LocalName, Text = "電杆燈", StandsFor = "路灯" },
            new Term { Id = 3, CategoryCode = "lamp", Kind = TermKind.Keyword, Text = "村口", StandsFor = "路灯" }]);
        var book = house.Services.GetRequiredService<WordBook>();
        await book.RefreshAsync(default);

        var ids = await house.ReadAsync(r => MatterSearch.Hits(r, book.Query("路灯")).OrderBy(id => id).ToListAsync());
        Assert.Equal([1, 2, 3], ids);
        Assert.Equal(1, await house.ReadAsync(r => MatterSearch.Hits(r, book.Query("\"街灯\"")).CountAsync()));
    }

    /// <summary>Matters 1, 2, 3, … with these texts, indexed.</summary>
    internal static async Task<TestHouse> HouseAsync(Db db, IReadOnlyList<string> texts)
    {
        var house = await County.OpenAsync(db);
        var now = house.Acts.Now;
        await house.InsertAsync([.. texts.SelectMany((t, i) => new object[] { AMatter.Row(i + 1, now), new MatterText { MatterId = i + 1, Text = t } })]);
        await house.TellAsync([.. texts.Select((_, i) => (long)i + 1)]);
        return house;
    }

    private static async Task<IReadOnlyList<long>> FindAsync(TestHouse house, string typed) =>
        (await house.ReadAsync(r => MatterSearch.FindAsync(r, typed, 25, null, default))).Ids;
}
