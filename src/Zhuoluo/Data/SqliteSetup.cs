using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Zhuoluo.Data;

/// <summary>SQLite as we need it: WAL, so that readers never wait for the writer; synchronous=FULL, so that an acknowledged change survives a power cut.</summary>
internal static class SqliteSetup
{
    public static string ConnectionString(DatabaseOptions options) => new SqliteConnectionStringBuilder
    {
        DataSource = options.SqliteFile,
        Pooling = false,
        DefaultTimeout = 30,
    }.ToString();

    public static string ReadConnectionString(DatabaseOptions options) => new SqliteConnectionStringBuilder
    {
        DataSource = options.SqliteFile,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();

    // The log is folded into the file after 64 MiB and not after 4: a page that many changes touch is then written once for all of them. What is
    // durable stays so, each commit forces the log as before.
    public static void Prepare(SqliteConnection connection) => Run(connection,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=16000; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=30000; PRAGMA cache_size=-32768; PRAGMA secure_delete=FAST; PRAGMA temp_store=MEMORY;");

    // Each reader has little of its own: the system keeps the file's pages for all of them. A mapped file is counted once more for each connection.
    /// <summary>Readers can not write even by mistake.</summary>
    public static void PrepareReader(SqliteConnection connection) => Run(connection,
        "PRAGMA query_only=ON; PRAGMA busy_timeout=30000; PRAGMA cache_size=-2048; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0;");

    /// <summary>A tracking context on the writer's own connection. The writer begins and ends transactions itself.</summary>
    public static ZhuoluoContext WriteContext(SqliteConnection connection)
    {
        var options = new DbContextOptionsBuilder<ZhuoluoContext>();
        options.UseSqlite(connection, Lists);
        Common(options);
        var db = new ZhuoluoContext(options.Options);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return db;
    }

    /// <summary>A list is one parameter: with one for each member, finding a thousand of them by name costs more than the query.</summary>
    public static void Lists(SqliteDbContextOptionsBuilder sqlite) => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    public static void Common(DbContextOptionsBuilder options) => options.ConfigureWarnings(w =>
    {
        // Migrations are written by hand and have no snapshot; a test compares model and schema instead.
        w.Ignore(RelationalEventId.PendingModelChangesWarning);
        w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning);
    });

    [SuppressMessage("Security", "CA2100", Justification = "Called with constants of this file only.")]
    private static void Run(SqliteConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }
}

/// <summary>Sets the pragmas of readers when a pooled connection opens.</summary>
internal sealed class ReaderPragmas : DbConnectionInterceptor
{
    public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) =>
        SqliteSetup.PrepareReader((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SqliteSetup.PrepareReader((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
