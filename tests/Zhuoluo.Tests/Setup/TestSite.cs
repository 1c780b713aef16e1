using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Builder;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Shell.Api;
using Zhuoluo.Start;

namespace Zhuoluo.Tests.Setup;

/// <summary>The real server on a free port over a fresh SQLite file, with a clock of the test. Slice tests talk to it over HTTP.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly DatabaseOptions _database;
    private readonly WebApplication _app;

    private TestSite(DatabaseOptions database, WebApplication app, TestClock clock) => (_database, _app, Clock) = (database, app, clock);

    public TestClock Clock { get; }
    public Uri Address => new(_app.Urls.First());
    public IServiceProvider Services => _app.Services;

    /// <summary>With a county (360821) and an administrator, <see cref="SiteStaff.Administrator"/>.</summary>
    public static async Task<TestSite> StartAsync(bool isDemo = false, Action<IServiceCollection>? change = null, Budgets? budgets = null)
    {
        var site = await StartEmptyAsync(isDemo, change, budgets);
        await SiteStaff.SetUpAsync(site);
        return site;
    }

    /// <summary>Nobody on the staff: every page leads to the first run.</summary>
    public static async Task<TestSite> StartEmptyAsync(bool isDemo = false, Action<IServiceCollection>? change = null, Budgets? budgets = null)
    {
        var options = new AppOptions(await Templates.NewAsync(Db.Sqlite), "http://127.0.0.1:0", isDemo) { Budgets = budgets ?? new() };
        var clock = new TestClock();
        var app = App.Build(options, b =>
        {
            b.Services.AddSingleton<TimeProvider>(clock);
            b.Services.AddSingleton<Chance>(new SeededChance(1));
            change?.Invoke(b.Services);
        });
        await app.StartAsync();
        return new TestSite(options.Database, app, clock);
    }

    public HttpClient Client(bool followRedirects = false) =>
        new(new HttpClientHandler { AllowAutoRedirect = followRedirects, UseCookies = true }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Templates.GiveBackAsync(_database);
    }
}
