using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Zhuoluo.Foundation;
using Zhuoluo.Shell;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Shell;

/// <summary>The shell alone, with a menu and a few routes that fail in each way, on a free port.</summary>
public sealed class ShellHost : IAsyncLifetime, IDisposable
{
    private readonly WebApplication _app;

    public ShellHost()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ShellRoom).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Development",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddShell();
        builder.Services.AddSingleton<Chance>(new SeededChance(1));
        builder.Services.AddSingleton(new MenuItem("nav.desk", "/desk", "home", _ => true));
        builder.Services.AddSingleton(new MenuItem("nav.open", "/hidden", "eye", user => user.IsInRole("nobody")));
        _app = builder.Build();
        _app.UseShell();
        _app.MapGet("/api/broken", string () => throw new InvalidOperationException("broken"));
        _app.MapGet("/broken", string () => throw new InvalidOperationException("broken"));
        _app.MapGet("/forbidden", () => Results.StatusCode(403));
        _app.MapGet("/plain", () => "plain");
    }

    public HttpClient Client { get; private set; } = new();

    internal IServiceProvider Services => _app.Services;

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client.Dispose();
        // Every request is a new reader: no cookies kept.
        Client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public void Dispose() => Client.Dispose();
}
