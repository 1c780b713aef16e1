using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Journeys.Setup;
using Zhuoluo.Rooms.Exchange;
using Zhuoluo.Rooms.Exchange.Commands;
using Zhuoluo.Rooms.Exchange.Export;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Start;

namespace Zhuoluo.Journeys;

/// <summary>The demonstration moves to an empty folder, and every count there is the one that was here.</summary>
[Collection(nameof(Browser))]
public sealed class MoveTests(DemoSite site) : IDisposable
{
    private const string Passphrase = "correct horse battery";

    // What only tells of moves and exports, what the ledger goes on with, and the tallies: counted anew, they have no rows of nothing, and are compared by themselves.
    private static readonly HashSet<string> _apart = ["tally", "move_in", "export_run", "first_run_code", "follower_position", "tally_mark", "held_mark"];

    private static readonly string[] _pages =
    [
        "/public", "/public/statistics", "/public/statistics?year=2021", "/public/units", "/public/units?year=2021", "/public/units?level=village", "/public/overdue", "/public/visits", "/public/shifts",
        "/public/drives", "/public/drives/survey-2021", "/public/drives/visits-2021", "/public/drives/hall-2021", "/public/backlogs", "/public/backlogs/resettlement", "/public/records", "/wishes",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("zlmove").FullName;

    [Fact]
    public async Task The_whole_demonstration_moves_with_all_its_rows_tallies_files_and_public_figures()
    {
        var (packed, house) = (Path.Combine(_folder, "packed"), new DatabaseOptions(Directory.CreateDirectory(Path.Combine(_folder, "house")).FullName, null));
        var before = await CountsAsync(site.ReadAsync);
        Assert.Equal(Exit.Done, await ExportCommand.RunAsync(new ExportOrder(ExportContent.Move, ExportFormat.Jsonl, null, Passphrase), packed, "test", site.Database, TextWriter.Null, TextWriter.Null, default));
        var since = await CountsAsync(site.ReadAsync);

        Assert.Equal(Exit.Done, await MoveInCommand.RunAsync(packed, Passphrase, "test", house, TextWriter.Null, TextWriter.Null, default));

        await using var moved = App.Build(new AppOptions(house, "http://127.0.0.1:0", IsDemo: true));
        await moved.StartAsync();
        // The server here goes on with its jobs; where nothing happened meanwhile the two bounds are one number.
        var after = await CountsAsync(query => ReadAsync(moved, query));
        Assert.True(after["matter"] > 14_000);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(after, t => Assert.InRange(t.Value, Math.Min(before[t.Key], since[t.Key]), Math.Max(before[t.Key], since[t.Key])));
        Assert.Equal(await site.ReadAsync(TalliesAsync), await ReadAsync(moved, TalliesAsync));
        Assert.Equal(await DigestsAsync(site.Services), await DigestsAsync(moved.Services));
        using var here = new HttpClient { BaseAddress = site.Address };
        using var there = new HttpClient { BaseAddress = new Uri(moved.Urls.First()) };
        foreach (var page in _pages)
        {
            Assert.Equal(await WordsAsync(here, page), await WordsAsync(there, page));
        }
    }

    [Fact]
    public async Task Without_personal_data_the_public_figures_are_the_same_too()
    {
        var (packed, house) = (Path.Combine(_folder, "packed"), new DatabaseOptions(Directory.CreateDirectory(Path.Combine(_folder, "house")).FullName, null));
        Assert.Equal(Exit.Done, await ExportCommand.RunAsync(new ExportOrder(ExportContent.Office, ExportFormat.Csv), packed, "test", site.Database, TextWriter.Null, TextWriter.Null, default));

        Assert.Equal(Exit.Done, await MoveInCommand.RunAsync(packed, null, "test", house, TextWriter.Null, TextWriter.Null, default));

        await using var moved = App.Build(new AppOptions(house, "http://127.0.0.1:0", IsDemo: true));
        // What is confidential stays behind, and only "all" has it in.
        static List<string> Public(List<string> tallies) => [.. tallies.Where(t => !t.StartsWith(nameof(TallyBy.All), StringComparison.Ordinal))];
        Assert.Equal(Public(await site.ReadAsync(TalliesAsync)), Public(await ReadAsync(moved, TalliesAsync)));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<SortedDictionary<string, long>> CountsAsync(Func<Func<ZhuoluoContext, Task<SortedDictionary<string, long>>>, Task<SortedDictionary<string, long>>> read) => await read(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in HouseTable.Of(db).Where(t => !_apart.Contains(t.Name) && !t.Name.StartsWith("ledger_", StringComparison.Ordinal)))
        {
            counts.Add(table.Name, await table.CountAsync(db, default));
        }
        return counts;
    });

    private static async Task<List<string>> TalliesAsync(ZhuoluoContext db) =>
        [.. (await db.Set<Tally>().Where(t => t.Count != 0).ToListAsync()).Select(t => $"{t.By} {t.Key} {t.Month} {t.State} {t.Outcome} {t.Count}").Order(StringComparer.Ordinal)];

    private static async Task<List<string>> DigestsAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        var named = await db.Set<Attachment>().Where(a => a.RemovedAt == null).Select(a => a.Digest).ToListAsync();
        var there = new List<string>();
        foreach (var digest in named.Distinct().Order(StringComparer.Ordinal))
        {
            if (await services.GetRequiredService<IFileStore>().HasAsync(digest, default))
            {
                there.Add(digest);
            }
        }
        return there;
    }

    // The words of a page without what differs between any two servers: addresses of styles and tokens of forms.
    private static async Task<string> WordsAsync(HttpClient client, string page)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(page));
        return page + string.Join(' ', document.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<T> ReadAsync<T>(WebApplication app, Func<ZhuoluoContext, Task<T>> query)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        return await query(db);
    }
}
