using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Demo;
using Zhuoluo.Start;

namespace Zhuoluo.Journeys.Setup;

/// <summary>The demonstration county's places, units and people and nothing else, in the year to come, with a clock that a journey moves through the months.</summary>
internal sealed class YearSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DatabaseOptions _database;

    private YearSite(WebApplication app, DatabaseOptions database, DemoClock clock) => (_app, _database, Clock) = (app, database, clock);

    public DemoClock Clock { get; }
    public Uri Address => new(_app.Urls.First());
    public IServiceProvider Services => _app.Services;

    /// <summary>Ahead of the browser's own clock, so that no cookie is old when it comes.</summary>
    public static async Task<YearSite> OpenAsync()
    {
        var database = new DatabaseOptions(Directory.CreateTempSubdirectory("zlyear").FullName, null);
        var clock = new DemoClock(DateTimeOffset.UnixEpoch);
        clock.Set(new DateOnly(TimeProvider.System.GetUtcNow().Year + 1, 3, 1), 9);
        await DataRoom.MigrateAsync(database, CancellationToken.None);
        var app = App.Build(new AppOptions(database, "http://127.0.0.1:0", IsDemo: true), b => b.Services.AddSingleton<TimeProvider>(clock));
        await app.StartAsync();
        var tools = new DemoTools(app.Services, clock, clock.Now.AddYears(1));
        await new DemoCounty(tools).MakeAsync(default);
        var staff = new DemoStaff(tools, DemoPeople.All);
        await staff.MakeAsync(default);
        await staff.FinishAsync(default);
        return new YearSite(app, database, clock);
    }

    public Task DrainAsync() => Services.GetRequiredService<Pump>().DrainAsync(default);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_database.Folder, recursive: true);
    }
}
