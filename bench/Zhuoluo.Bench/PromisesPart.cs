using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Demo;
using Zhuoluo.Demo.Promises;
using Zhuoluo.Documents.Docx;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Start;

namespace Zhuoluo.Bench;

/// <summary>Lists of promises and papers: the demonstration places, 20,470 projects of a city.</summary>
internal sealed class PromisesPart(Result result, int seconds)
{
    private const string Promises = "Promises and papers";

    /// <summary>All five places, each in a folder of its own; answers with the city's.</summary>
    public async Task<DatabaseOptions> PlacesAsync(Func<string, string> fresh)
    {
        var words = PromiseWords.Load();
        var watch = Stopwatch.StartNew();
        var made = new Dictionary<string, DatabaseOptions>();
        foreach (var place in words.Places.Keys)
        {
            made[place] = new DatabaseOptions(fresh("place-" + place), null);
            await DataRoom.MigrateAsync(made[place], default);
            await DemoCommand.MakeAsync(made[place], place, words, default);
        }
        result.Best(Promises, "the demonstration of five places, all of it through handlers", "SQLite", watch.Elapsed.TotalMilliseconds, 40_000, "Once.");
        return made["zhangzhou"];
    }

    /// <summary>The sample of 586 good rows into a house with its units: by the command, most of which is starting the program, and as a server that runs does it.</summary>
    public async Task ImportAsync(DatabaseOptions empty, Func<string, DatabaseOptions> another)
    {
        const int Rows = 586;
        await Seeding.MakeAsync(empty, 0);
        var file = Path.Combine(Directory.GetCurrentDirectory(), "tests", "Zhuoluo.Tests", "Samples", "projects.xlsx");
        var (took, rss, said) = await ImportFiles.RunAsync(empty, file, "projects");
        await using var services = App.BuildServices(new AppOptions(empty, "", IsDemo: false));
        await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        var made = await db.Set<Project>().CountAsync();
        result.Add(new Row(Promises, string.Create(CultureInfo.InvariantCulture, $"import of {Rows} projects, .xlsx, by the command, {took:F1} s, {made} made"), "SQLite, empty")
        {
            PerSecond = made / took,
            Rss = rss,
            Target = "<= 1 s",
            IsMet = took <= 1 && made == Rows,
            Note = said,
        });
        var best = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            best = Math.Min(best, await RunningAsync(another($"projects-{i}"), file));
        }
        result.Best(Promises, string.Create(CultureInfo.InvariantCulture, $"import of {Rows} projects, .xlsx, by a program that has been running"), "SQLite, empty", best, 1000);
    }

    private static async Task<double> RunningAsync(DatabaseOptions empty, string file)
    {
        await Seeding.MakeAsync(empty, 0);
        await using var services = App.BuildServices(new AppOptions(empty, "", IsDemo: false));
        await services.GetRequiredService<Offices>().RefreshAsync(default);
        var act = services.GetRequiredService<ActFactory>().New(Actor.Operator("bench"), Door.Command);
        var watch = Stopwatch.StartNew();
        var report = await services.GetRequiredService<ImportFileHandler>().HandleAsync(new ImportFile(file, "360821", "projects"), act, null, default);
        return report.Match(_ => watch.Elapsed.TotalMilliseconds, no => throw new InvalidOperationException(no.Code));
    }

    public async Task CityAsync(DatabaseOptions city)
    {
        const string Data = "SQLite, 20,470 service projects";
        await using (var site = await Site.StartAsync(city))
        {
            var cookie = await site.SignInAsync("dispatcher");
            string[] lists = ["/projects?list=service-2021&state=completed", "/projects?list=service-2021&when=early", "/projects?list=key-2021&light=green", "/projects?stage=done&year=2021"];
            var load = await Load.ReadAsync(site, lists, cookie, seconds);
            result.Add(Promises, "list of projects, filters on", Data, load, site.Memory(), ">= 3,000/s", l => l.PerSecond >= 3000);
            load = await Load.ReadAsync(site, ["/dashboard"], cookie, Math.Max(3, seconds / 2), connections: 1);
            result.Add(Promises, "leaders' dashboard, 1 connection", Data, load, site.Memory(), "p95 <= 10 ms", l => l.P95 <= 10);
            load = await Load.ReadAsync(site, ["/figures/service.done"], cookie, Math.Max(3, seconds / 2), connections: 1);
            result.Add(Promises, "page of a figure with months and units, 1 connection", Data, load, site.Memory());
        }
        await using var services = App.BuildServices(new AppOptions(city, "", IsDemo: false));
        var offices = services.GetRequiredService<Offices>();
        await offices.RefreshAsync(default);
        var (handler, act) = (services.GetRequiredService<BulletinsHandler>(), services.GetRequiredService<ActFactory>());
        var unit = offices.Current.Units[0].Id;
        Bulletin? bulletin = null;
        foreach (var kind in new[] { BulletinKind.Bulletin, BulletinKind.Review })
        {
            var took = await Best.OfAsync(async () =>
            {
                var id = (await handler.DraftAsync(new DraftBulletin(kind, unit, new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31), "速"), act.New(Actor.Operator("bench"), Door.Command), default)).Match(i => i, no => throw new InvalidOperationException(no.Code));
                await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
                bulletin = await db.Set<Bulletin>().SingleAsync(b => b.Id == id);
            });
            result.Best(Promises, $"a {Word.Of(kind)} drafted from records", Data, took, kind == BulletinKind.Review ? 1000 : 300);
        }
        result.Best(Promises, "its .docx", Data, await Best.OfAsync(() =>
        {
            DocxFile.Write(BulletinPaper.Of(bulletin!, offices.Current).Match(p => p, no => throw new InvalidOperationException(no.Code)));
            return Task.CompletedTask;
        }), 500);
    }
}
