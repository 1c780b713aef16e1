using Zhuoluo.Data;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Disclosure;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Exchange;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Overview;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Proofs;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Reports;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Start;

/// <summary>Puts the house together: foundation, data, shell, then one line per room in the order of docs/rooms.md.</summary>
internal static class App
{
    public static WebApplication Build(AppOptions options, Action<WebApplicationBuilder>? change = null)
    {
        // Content lies beside the binary, so that the working folder may be anywhere; data lie in the working folder.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
            ApplicationName = typeof(App).Assembly.GetName().Name,
        });
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(options);
        builder.Services.AddShell();
        builder.Services.AddSingleton(options.Budgets).AddSingleton<Limiter>();
        builder.Services.AddApiDocument();
        AddServices(builder.Services, options);
        builder.Services.AddSignIn(options.Database);
        change?.Invoke(builder);

        var app = builder.Build();
        app.Services.GetRequiredService<SiteSign>().IsDemonstration = options.IsDemo;
        Proxies.Trust(app, options.Budgets);
        app.UseShell();
        app.Use(app.Services.GetRequiredService<Limiter>().WatchAsync);
        app.Use(ApiGuard.WatchAsync);
        app.UseOrganisation();
        app.MapHealth();
        app.MapApiDocument();
        app.MapApiPage();
        app.MapCalendars();
        app.MapFigures();
        app.MapMatters();
        app.MapProjects();
        app.MapRhythm();
        app.MapEvaluation();
        app.MapDisclosure();
        app.MapReports();
        app.MapExchange();
        app.MapProofs();
        return app;
    }

    /// <summary>The services without the web, for commands.</summary>
    public static ServiceProvider BuildServices(AppOptions options, Action<IServiceCollection>? change = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton(_ => Texts.Load(Path.Combine(AppContext.BaseDirectory, "Shell", "Text")));
        AddServices(services, options);
        change?.Invoke(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static void AddServices(IServiceCollection services, AppOptions options)
    {
        services.AddData(options.Database);
        services.AddOrganisation();
        services.AddCalendars();
        services.AddFigures();
        services.AddFiles(options.Database);
        services.AddMatters();
        services.AddProjects();
        services.AddRhythm();
        services.AddEvaluation();
        services.AddDisclosure();
        services.AddReports();
        services.AddExchange();
        services.AddOverview();
        services.AddProofs();
    }
}
