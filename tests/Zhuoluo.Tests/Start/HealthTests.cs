using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Start;

public sealed class HealthTests
{
    [Fact]
    public async Task Get_tells_version_database_and_last_migration()
    {
        await using var site = await TestSite.StartAsync();

        var health = await AskAsync(site);

        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal("sqlite", health.GetProperty("database").GetString());
        Assert.NotEmpty(health.GetProperty("version").GetString()!);
        Assert.StartsWith("00", health.GetProperty("lastMigration").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_tells_how_many_changes_wait()
    {
        await using var site = await TestSite.StartAsync();
        var writer = site.Services.GetRequiredService<Writer>();
        var act = site.Services.GetRequiredService<ActFactory>().New(Actor.Job("test"), Door.Job);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task<Outcome<int>> HoldAsync(Work work)
        {
            begun.SetResult();
            await go.Task;
            return 0;
        }

        var held = writer.WriteAsync(act, HoldAsync, CancellationToken.None);
        await begun.Task;
        // The server's own jobs may stand in the queue with these, and go on before or after them.
        Task<Outcome<int>>[] waiting = [.. Enumerable.Range(1, 3).Select(n => writer.WriteAsync<int>(act, _ => Task.FromResult<Outcome<int>>(n), CancellationToken.None))];
        var queue = (await AskAsync(site)).GetProperty("writerQueue").GetInt32();
        go.SetResult();
        await Task.WhenAll([held, .. waiting]);

        Assert.True(queue >= waiting.Length, $"{queue} were told to wait");
        Assert.True(writer.Waiting < queue, "What was written still waits");
    }

    private static async Task<JsonElement> AskAsync(TestSite site)
    {
        using var client = site.Client();
        return await client.GetFromJsonAsync<JsonElement>("/health");
    }
}
