using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Start;

namespace Zhuoluo.Tests.Setup;

/// <summary>
/// The whole application without the web, on a fresh database of the kind asked for: the same services, handlers and migrations
/// as the server, with a clock and chance of the test. Set up by issuing commands with an act.
/// </summary>
internal sealed class TestHouse : IAsyncDisposable
{
    private readonly string? _folder;
    private int _starts;

    private TestHouse(string? folder, DatabaseOptions options, int starts = 0)
    {
        (_folder, _starts) = (folder, starts);
        Options = options;
        Services = Build();
    }

    public DatabaseOptions Options { get; }
    public ServiceProvider Services { get; private set; }
    public TestClock Clock { get; } = new();
    public Writer Writer => Services.GetRequiredService<Writer>();
    public ActFactory Acts => Services.GetRequiredService<ActFactory>();

    public static async Task<TestHouse> OpenAsync(Db db)
    {
        var options = await Templates.NewAsync(db);
        return new TestHouse(options.Folder, options);
    }

    public Act ActAs(Actor who, string? why = null) => Acts.New(who, Door.Page, why);

    public Act System() => Acts.New(Actor.Operator("test"), Door.Command);

    /// <summary>Sequences what is pending and lets all followers catch up.</summary>
    public Task DrainAsync() => Services.GetRequiredService<Pump>().DrainAsync(CancellationToken.None);

    public async Task<T> ReadAsync<T>(Func<ZhuoluoContext, Task<T>> query)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        return await query(db);
    }

    /// <summary>As a server that was stopped and started again: nothing is known but what is on disk.</summary>
    public async Task RestartAsync()
    {
        await Services.DisposeAsync();
        Services = Build();
    }

    /// <summary>Stopped, with everything in the one file; <see cref="RestartAsync"/> starts it again.</summary>
    public async Task StopAsync()
    {
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    /// <summary>Another node with the same database and the same keys.</summary>
    public TestHouse Neighbour() => new(null, Options with { Node = Options.Node + 1 }, 1000);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_folder is not null)
        {
            await Templates.GiveBackAsync(Options);
        }
    }

    private ServiceProvider Build() => App.BuildServices(new AppOptions(Options, "http://127.0.0.1:0", IsDemo: false), services =>
    {
        services.AddSingleton<TimeProvider>(Clock);
        // Another seed after each start: chance never comes again.
        services.AddSingleton<Chance>(new SeededChance(++_starts));
    });
}
