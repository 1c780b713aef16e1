using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Demo;
using Zhuoluo.Start;

namespace Zhuoluo.Journeys.Setup;

/// <summary>The demonstration county, made once by the command's own code in an empty folder and served on a free port.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private WebApplication? _app;

    internal DatabaseOptions Database { get; } = new(Directory.CreateTempSubdirectory("zldemo").FullName, null);

    internal IServiceProvider Services => _app!.Services;

    public Uri Address => new(_app!.Urls.First());

    public async Task InitializeAsync()
    {
        await DataRoom.MigrateAsync(Database, CancellationToken.None);
        Assert.True(await DemoCommand.MakeAsync(Database, CancellationToken.None));
        _app = App.Build(new AppOptions(Database, "http://127.0.0.1:0", IsDemo: true));
        await _app.StartAsync();
    }

    /// <summary>What the pages have left in the database.</summary>
    internal async Task<T> ReadAsync<T>(Func<ZhuoluoContext, Task<T>> query)
    {
        await using var db = await _app!.Services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        return await query(db);
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Database.Folder, recursive: true);
    }
}
