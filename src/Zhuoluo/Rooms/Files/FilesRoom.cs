using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Files.Commands;
using Zhuoluo.Rooms.Files.Scanning;
using Zhuoluo.Rooms.Files.Storing;
using Zhuoluo.Rooms.Files.Sweeping;

namespace Zhuoluo.Rooms.Files;

/// <summary>Bytes that people hand in: taken apart, freed of what tells of them, kept by their digest. Which step they belong to other rooms know.</summary>
internal static class FilesRoom
{
    public static void AddFiles(this IServiceCollection services, DatabaseOptions database)
    {
        services.AddSingleton(_ => S3Options.FromEnvironment()).AddSingleton(_ => ScanOptions.FromEnvironment(database.Folder));
        services.AddSingleton<IFileStore>(s => s.GetRequiredService<S3Options>() is { IsOn: true } s3 ? new S3Store(s3) : new FolderStore(database.Files));
        services.AddSingleton<Quarantine>().AddSingleton<IFileScan>(s =>
            s.GetRequiredService<ScanOptions>().IsOn ? ActivatorUtilities.CreateInstance<CommandScan>(s) : new NoScan());
        services.AddSingleton<FileLeases>().AddSingleton<FileDesk>().AddSingleton<FileSweep>().AddSingleton<FilePack>();
        services.AddSingleton<KeptFiles>().AddSingleton<PhotoForm>().AddSingleton<FileWords>();
        services.AddHostedService<SweepJob>();
    }

    public static Command Command() => FilesCommand.Create();
}
