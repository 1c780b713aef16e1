using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Demo;
using Zhuoluo.Demo.Promises;
using Zhuoluo.Documents.Docx;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Figures.ShowMatrix;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Start;

namespace Zhuoluo.Bench;

/// <summary>Lists of promises, papers and figures: the demonstration places, 20,470 projects of a city, figures over many matters.</summary>
internal sealed class PromisesPart(Result result, int seconds)
{
    private const string Promises = "Promises and papers";
    private const string Figures = "Figures";
    private const int Tries = 5;

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
        Add(Promises, "the demonstration of five places, all of it through handlers", "SQLite", watch.Elapsed.TotalMilliseconds, 40_000);
        return made["zhangzhou"];
    }

    /// <summary>The sample of 586 good rows into a house with its units, by the command: most of it is starting the program.</summary>
    public async Task ImportAsync(DatabaseOptions empty)
    {
        const int Rows = 586;
        await Seeding.MakeAsync(empty, 0);
        var (took, rss, said) = await ImportFiles.RunAsync(empty, Path.Combine(Directory.GetCurrentDirectory(), "tests", "Zhuoluo.Tests", "Samples", "projects.xlsx"), "projects");
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
            result.Add(Figures, "page of a figure with months and units, 1 connection", Data, load, site.Memory());
        }
        await using var services = App.BuildServices(new AppOptions(city, "", IsDemo: false));
        var offices = services.GetRequiredService<Offices>();
        await offices.RefreshAsync(default);
        var (handler, act) = (services.GetRequiredService<BulletinsHandler>(), services.GetRequiredService<ActFactory>());
        var unit = offices.Current.Units[0].Id;
        Bulletin? bulletin = null;
        foreach (var kind in new[] { BulletinKind.Bulletin, BulletinKind.Review })
        {
            var took = await BestAsync(async () =>
            {
                var id = (await handler.DraftAsync(new DraftBulletin(kind, unit, new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31), "速"), act.New(Actor.Operator("bench"), Door.Command), default)).Match(i => i, no => throw new InvalidOperationException(no.Code));
                await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
                bulletin = await db.Set<Bulletin>().SingleAsync(b => b.Id == id);
            });
            Add(Promises, $"a {Word.Of(kind)} drafted from records", Data, took, kind == BulletinKind.Review ? 1000 : 300);
        }
        Add(Promises, "its .docx", Data, await BestAsync(() =>
        {
            DocxFile.Write(BulletinPaper.Of(bulletin!, offices.Current).Match(p => p, no => throw new InvalidOperationException(no.Code)));
            return Task.CompletedTask;
        }), 500);
    }

    /// <summary>Figures over the matters of a prepared database.</summary>
    public async Task FiguresAsync(DatabaseOptions database, string data)
    {
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: false));
        await services.GetRequiredService<Offices>().RefreshAsync(default);
        var (counter, acts) = (services.GetRequiredService<FigureCounter>(), services.GetRequiredService<ActFactory>());
        await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        var shelf = await services.GetRequiredService<FigureBook>().ReadAsync(db, default);
        Add(Figures, "a figure from tallies", data, await BestAsync(() => counter.CountAsync(db, shelf.Find("matters.received")!, shelf, FigureScope.All, acts.Now, default)), 1);
        Add(Figures, $"matrix of {shelf.Offered.Count(FigureCounter.IsAdditive)} figures and up to {FigureMatrix.MostColumns} units", data,
            await BestAsync(() => services.GetRequiredService<FigureMatrix>().ReadAsync(db, shelf, FigureScope.All, isByMonth: false, null, acts.Now, default)), 150);
        var desk = services.GetRequiredService<StateFigureHandler>();
        Add(Figures, "a figure stated over all matters, with its records and digest", data,
            await BestAsync(async () => (await desk.HandleAsync(new StateFigure("matters.received", FigureScope.All), acts.New(Actor.Operator("bench"), Door.Command), default)).Match(s => s, no => throw new InvalidOperationException(no.Code))), 500);
    }

    private static async Task<double> BestAsync(Func<Task> run)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Tries; i++)
        {
            var watch = Stopwatch.StartNew();
            await run();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }
        return best;
    }

    private void Add(string part, string what, string data, double milliseconds, double most) => result.Add(new Row(part, what, data)
    {
        P50 = milliseconds,
        Target = string.Create(CultureInfo.InvariantCulture, $"<= {most:N0} ms"),
        IsMet = milliseconds <= most,
        Note = "Best of several in one process.",
    });
}
