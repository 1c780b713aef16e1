using Zhuoluo.Data;

namespace Zhuoluo.Tests.Setup;

/// <summary>A migrated database of each kind, made once per run and copied for each test.</summary>
internal static class Templates
{
    private static readonly Lazy<Task<string>> _sqlite = new(MakeSqliteAsync);

    public static async Task<DatabaseOptions> NewAsync(Db db)
    {
        var folder = Directory.CreateTempSubdirectory("zl").FullName;
        if (db == Db.Postgres)
        {
            return new DatabaseOptions(folder, await PostgresServer.NewDatabaseAsync());
        }
        var options = new DatabaseOptions(folder, null);
        File.Copy(await _sqlite.Value, options.SqliteFile);
        return options;
    }

    /// <summary>Removes the folder and the database; nobody may have it open but through pools.</summary>
    public static async Task GiveBackAsync(DatabaseOptions options)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(options.Folder, recursive: true);
        if (options.PostgreSql is not null)
        {
            await PostgresServer.DropAsync(options.PostgreSql);
        }
    }

    private static async Task<string> MakeSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("zltemplate").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var options = new DatabaseOptions(folder, null);
        await DataRoom.MigrateAsync(options, CancellationToken.None);
        // Closing the last connection folds the write-ahead log into the file.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return options.SqliteFile;
    }
}
