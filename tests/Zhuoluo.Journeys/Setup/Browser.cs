using Microsoft.Playwright;

namespace Zhuoluo.Journeys.Setup;

/// <summary>One Chromium for all journeys: Debian's, or the one named by ZHUOLUO_CHROMIUM.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string _program = Environment.GetEnvironmentVariable("ZHUOLUO_CHROMIUM") ?? "/usr/bin/chromium";
    private IPlaywright? _playwright;

    public IBrowser Chromium { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = _program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
    }

    public async Task DisposeAsync()
    {
        await Chromium.DisposeAsync();
        _playwright?.Dispose();
    }
}

[CollectionDefinition(nameof(Browser))]
public sealed class Journey : ICollectionFixture<Browser>, ICollectionFixture<DemoSite>;
