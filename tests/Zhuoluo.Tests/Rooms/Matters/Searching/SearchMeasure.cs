using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using Zhuoluo.Foundation;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Searching;
using Zhuoluo.Rooms.Matters.Terms;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Searching;

/// <summary>
/// How long finding takes: ZHUOLUO_MEASURE=100000 dotnet test --filter SearchMeasure, and read its output. Texts are made from a vocabulary in which
/// words are as unevenly used as in a language; 路灯 stands in 5 % of them and 水表 in 0.1 %.
/// </summary>
public sealed class SearchMeasure(ITestOutputHelper output)
{
    private const int Rounds = 200;

    [MeasureTheory, EachDatabase]
    public async Task Newest_25_and_how_many(Db db)
    {
        var size = MeasureTheoryAttribute.Size;
        await using var house = await County.OpenAsync(db);
        await SeedAsync(house, size);
        var viewer = new Viewer(County.Dispatcher, house.Acts.Now, house.Services.GetRequiredService<Offices>().Current);
        var book = house.Services.GetRequiredService<WordBook>();
        output.WriteLine($"{db}, {size} texts: what | hits | p50 ms | p95 ms | CPU of this process per query ms");
        foreach (var words in new[] { "路灯", "水表", "路灯 水表", "灯", "路灯不亮" })
        {
            var hits = 0L;
            await RunAsync(words, () => hits, () => house.ReadAsync(async r => hits = (await MatterSearch.FindAsync(r, words, 25, null, default)).Total));
        }
        var total = 0L;
        await RunAsync("list page q=路灯", () => total, () => house.ReadAsync(async r => total =
            (await new MatterListQuery(r, book, new MatterCount(r, new ExactTallies(r))).PageAsync(MatterFilter.All with { Words = "路灯" }, viewer, new Catalogue([], []), default)).Total));
        var alike = AlikeSide.Of("", "小区门口路灯不亮，晚上看不见，水表也坏了", null, County.Village, null, viewer.Today);
        await RunAsync("alike", () => 0, () => house.ReadAsync(r => new AlikeQuery(r).FindAsync([new AlikeAsked(0, alike, null)], viewer, new Catalogue([], []), default)));
        Assert.InRange(total, size / 25, size / 15);
    }

    private async Task RunAsync(string what, Func<long> hits, Func<Task> query)
    {
        for (var i = 0; i < 20; i++)
        {
            await query();
        }
        var times = new List<double>(Rounds);
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await query();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Rounds;
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} | {hits()} | {times[Rounds / 2]:0.00} | {times[Rounds * 95 / 100]:0.00} | {cpu:0.00}"));
    }

    /// <summary>Matters with texts, indexed as the follower does, without entries.</summary>
    private static async Task SeedAsync(TestHouse house, int size)
    {
        var random = new Random(1);
        var vocabulary = Enumerable.Range(0, 3000).Select(i => $"{(char)(0x4E00 + (i * 3 % 2000))}{(char)(0x6E00 + (i * 7 % 3000))}").ToArray();
        var now = house.Acts.Now;
        for (var from = 0; from < size; from += 1000)
        {
            var texts = Enumerable.Range(from, Math.Min(1000, size - from)).Select(i => (Id: IdSource.First(now) + ((long)i << 5), Text: Text(i))).ToList();
            await house.Writer.WriteAsync<Done>(house.System(), async work =>
            {
                await work.InsertManyAsync(texts.ConvertAll(t => AMatter.Row(t.Id, now, m => m.Title = t.Text[..12])), default);
                await work.InsertManyAsync(texts.ConvertAll(t => new MatterText { MatterId = t.Id, Text = t.Text }), default);
                await WordIndex.OfMatters.ReplaceAsync(work.Db, [], [.. texts.Select(t => (t.Id, Bigrams.Index(t.Text)))], default);
                return Done.Value;
            }, default);
        }

        string Text(int i)
        {
            var words = Enumerable.Range(0, 30).Select(_ => vocabulary[(int)(vocabulary.Length * Math.Pow(random.NextDouble(), 3))]);
            return string.Concat(words) + (i % 20 == 0 ? "，路灯不亮" : "") + (i % 1000 == 7 ? "，水表坏了" : "");
        }
    }
}

/// <summary>Runs only when a size is given, and is shown as skipped otherwise.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MeasureTheoryAttribute : TheoryAttribute
{
    public MeasureTheoryAttribute()
    {
        if (Size == 0)
        {
            Skip = "a measurement, not a test (set ZHUOLUO_MEASURE to a number of texts)";
        }
    }

    public static int Size { get; } = int.TryParse(Environment.GetEnvironmentVariable("ZHUOLUO_MEASURE"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0;
}
