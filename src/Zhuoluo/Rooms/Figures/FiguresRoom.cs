using System.CommandLine;
using Zhuoluo.Rooms.Figures.Api;
using Zhuoluo.Rooms.Figures.Commands;
using Zhuoluo.Rooms.Figures.Reconciling;
using Zhuoluo.Rooms.Figures.Stating;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures;

/// <summary>What may be counted, how it is counted, what it was. Every number opens its records.</summary>
internal static class FiguresRoom
{
    public static void AddFigures(this IServiceCollection services)
    {
        services.AddSingleton<FigureSources>().AddSingleton<FigureBook>().AddSingleton<FigureCounter>().AddSingleton<Reconciliation>().AddSingleton<FigureDesk>();
        services.AddSingleton<DefineFigureHandler>().AddSingleton<TellFigureHandler>().AddSingleton<StateFigureHandler>().AddSingleton<ReconcileHandler>().AddHostedService<FigureJobs>();
        services.AddScoped<StatedReading>().AddSingleton<ShowMatrix.FigureMatrix>();
        services.AddSingleton(new MenuItem("figures.menu", "/figures", "chart-line", user => user.May(Capability.SeeFigures), MenuGroup.Look));
    }

    public static void MapFigures(this WebApplication app) => FiguresApi.Map(app);

    /// <summary>zhuoluo figures.</summary>
    public static Command Command(Func<string, string?> codeOf) => FiguresCommand.Create(codeOf);
}
