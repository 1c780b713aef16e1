using Zhuoluo.Data;
using Zhuoluo.Rooms.Files.Scanning;
using Zhuoluo.Rooms.Files.Storing;
using Zhuoluo.Rooms.Files.Sweeping;

namespace Zhuoluo.Rooms.Files;

/// <summary>Bytes that people hand in: taken apart, freed of what tells of them, kept by their digest. Which step they belong to other rooms know.</summary>
internal static class FilesRoom
{
    public static void AddFiles(this IServiceCollection services, DatabaseOptions database)
    {
        services.AddSingleton<IFileStore>(new FolderStore(database.Files)).AddSingleton<IFileScan, NoScan>();
        services.AddSingleton<FileLeases>().AddSingleton<FileDesk>().AddSingleton<FileSweep>();
        services.AddSingleton<KeptFiles>().AddSingleton<PhotoForm>();
        services.AddHostedService<SweepJob>();
    }
}
