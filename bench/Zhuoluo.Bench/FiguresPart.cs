using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Figures.ShowMatrix;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Start;

namespace Zhuoluo.Bench;

/// <summary>Figures over the matters of a prepared database, and the page of one that was stated.</summary>
internal sealed class FiguresPart(Result result, int seconds)
{
    public const string Part = "Figures";

    /// <param name="database">Prepared.</param>
    /// <param name="data">As the table calls it.</param>
    /// <param name="size">How many matters; what is stated has its target at the usual size.</param>
    public async Task RunAsync(DatabaseOptions database, string data, int size)
    {
        var isUsual = size <= BenchOptions.Usual;
        var stated = await CountAsync(database, data, isUsual ? 500 : null);
        await using var site = await Site.StartAsync(database);
        var cookie = await site.SignInAsync("dispatcher");
        foreach (var (what, path, most) in new[] { ("page of a stated figure over all matters", $"/figures/stated/{stated}", isUsual ? 20 : (int?)null), ("matrix as a page", "/figures/matrix", null) })
        {
            var load = await Load.ReadAsync(site, [path], cookie, Math.Max(3, seconds / 2), connections: 1);
            result.Add(Part, what + ", 1 connection", data, load, site.Memory(), most is null ? "" : $"p95 <= {most} ms", most is null ? null : l => l.P95 <= most);
        }
    }

    private async Task<long> CountAsync(DatabaseOptions database, string data, double? mostToState)
    {
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: false));
        await services.GetRequiredService<Offices>().RefreshAsync(default);
        var (counter, acts) = (services.GetRequiredService<FigureCounter>(), services.GetRequiredService<ActFactory>());
        await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        var shelf = await services.GetRequiredService<FigureBook>().ReadAsync(db, default);
        var received = shelf.Find("matters.received")!;
        result.Best(Part, "a figure from tallies", data, await Best.OfAsync(() => counter.CountAsync(db, received, shelf, FigureScope.All, acts.Now, default)), 1);
        result.Best(
            Part,
            string.Create(CultureInfo.InvariantCulture, $"matrix of {shelf.Offered.Count(FigureCounter.IsAdditive)} figures and up to {FigureMatrix.MostColumns} units"),
            data,
            await Best.OfAsync(() => services.GetRequiredService<FigureMatrix>().ReadAsync(db, shelf, FigureScope.All, isByMonth: false, null, acts.Now, default)),
            150);
        var (desk, id) = (services.GetRequiredService<StateFigureHandler>(), 0L);
        result.Best(Part, "a figure stated over all matters, with its records and digest", data, await Best.OfAsync(async () => id = await StateAsync(desk, acts)), mostToState);
        return id;
    }

    private static async Task<long> StateAsync(StateFigureHandler desk, ActFactory acts)
    {
        var act = acts.New(Actor.Operator("bench"), Door.Command);
        var stated = await desk.HandleAsync(new StateFigure("matters.received", FigureScope.All), act, default);
        return stated.Match(s => s.Id, no => throw new InvalidOperationException(no.Code));
    }
}
