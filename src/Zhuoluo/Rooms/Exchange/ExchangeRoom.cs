using System.CommandLine;
using Zhuoluo.Rooms.Exchange.Commands;
using Zhuoluo.Rooms.Exchange.Export;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Rooms.Exchange.Moving;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Exchange.Webhooks;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Exchange;

/// <summary>Files in and out.</summary>
internal static class ExchangeRoom
{
    public static void AddExchange(this IServiceCollection services)
    {
        services.AddSingleton(_ => ImportWords.LoadShipped());
        services.AddSingleton<DirectorySource>().AddSingleton<DriveFinder>().AddSingleton<ProgrammeFinder>().AddSingleton<BatchDoor>().AddSingleton<DirectoryDoor>();
        services.AddSingleton<BeginImportHandler>().AddSingleton<ImportRunner>().AddSingleton<ImportFileHandler>().AddSingleton<StopImportHandler>();
        services.AddSingleton<ConfirmImportHandler>().AddSingleton<ImportStore>().AddSingleton<Upload>().AddSingleton<ImportPreview>();
        services.AddSingleton<ProjectListFile>().AddSingleton<ExportMaker>().AddSingleton<MoveInHandler>().AddSingleton<ExportStore>().AddSingleton<AskExportHandler>();
        services.AddHostedService<ExportService>();
        services.AddHostedService<ImportService>();
        services.AddWebhooks();
        services.AddSingleton(new MenuItem("imp.menu", "/import", "upload", user => user.May(Capability.ImportFiles), MenuGroup.Setup));
        services.AddSingleton(new MenuItem("export.menu", "/exports", "download", user => user.May(Capability.ExportData), MenuGroup.Setup));
    }

    public static void MapExchange(this WebApplication app)
    {
        ImportApi.Map(app);
        ExportApi.Map(app);
        app.MapGet("/programmes/{code}/file.xlsx", ExportApi.SendBookAsync).Needs(Capability.ExportData);
        app.MapGet("/programmes/{code}/file.csv", ExportApi.SendTextAsync).Needs(Capability.ExportData);
        app.MapGet("/exports/{id:long}/file", ExportApi.SendAsync).Needs(Capability.ExportData);
    }

    /// <summary>zhuoluo import FILE.</summary>
    public static Command Command() => ImportCommand.Create();

    /// <summary>zhuoluo export --out FOLDER.</summary>
    public static Command ExportCommand() => Commands.ExportCommand.Create();
}
