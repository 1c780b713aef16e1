using System.Net.Http.Json;
using System.Text.Json;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Start;

public sealed class HealthTests
{
    [Fact]
    public async Task Get_tells_version_database_queue_and_last_migration()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();

        var health = await client.GetFromJsonAsync<JsonElement>("/health");

        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal("sqlite", health.GetProperty("database").GetString());
        Assert.Equal(0, health.GetProperty("writerQueue").GetInt32());
        Assert.StartsWith("00", health.GetProperty("lastMigration").GetString(), StringComparison.Ordinal);
    }
}
