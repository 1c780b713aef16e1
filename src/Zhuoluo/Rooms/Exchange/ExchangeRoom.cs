using System.CommandLine;
using Zhuoluo.Rooms.Exchange.Commands;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Rooms.Exchange;

/// <summary>Files in and out.</summary>
internal static class ExchangeRoom
{
    public static void AddExchange(this IServiceCollection services)
    {
        services.AddSingleton(_ => ImportWords.LoadShipped());
        services.AddSingleton<DirectorySource>().AddSingleton<DriveFinder>().AddSingleton<BatchDoor>().AddSingleton<DirectoryDoor>();
        services.AddSingleton<BeginImportHandler>().AddSingleton<ImportRunner>().AddSingleton<ImportFileHandler>().AddSingleton<StopImportHandler>();
    }

    /// <summary>zhuoluo import FILE.</summary>
    public static Command Command() => ImportCommand.Create();
}
