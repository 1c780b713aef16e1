using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Data;

/// <summary>
/// What erasing asks of the files (rules F2, 8.1.4.10): on SQLite freed bytes are overwritten, the word index is rewritten without the
/// deleted words and the write-ahead log is folded away. PostgreSQL keeps dead rows until VACUUM, which its autovacuum runs; docs/privacy.md
/// says what to do where that is too late.
/// </summary>
internal static class SecureDelete
{
    /// <summary>From here on in this connection what is deleted is overwritten.</summary>
    public static async Task BeginAsync(ZhuoluoContext db, CancellationToken cancel)
    {
        if (db.Database.IsSqlite())
        {
            await RunAsync(db, "PRAGMA secure_delete=ON", cancel);
        }
    }

    /// <summary>After a batch, in a change of its own: rewrites the word index, in which deleted words otherwise stay until segments merge.</summary>
    public static async Task RewriteIndexAsync(ZhuoluoContext db, CancellationToken cancel)
    {
        if (db.Database.IsSqlite())
        {
            await RunAsync(db, "PRAGMA secure_delete=ON", cancel);
            foreach (var index in (string[])["matter_search", "publication_search"])
            {
                // A lone segment is not rewritten: a row that comes and goes makes a second one.
                await RunAsync(db, $"INSERT INTO {index} (rowid, words) VALUES (-1, 'x')", cancel);
                await RunAsync(db, $"DELETE FROM {index} WHERE rowid = -1", cancel);
                await RunAsync(db, $"INSERT INTO {index} ({index}) VALUES ('optimize')", cancel);
            }
        }
    }

    /// <summary>Folds the write-ahead log into the file and empties it, as far as no reader is in the way.</summary>
    public static async Task FoldLogAsync(DatabaseOptions options, CancellationToken cancel)
    {
        if (options.IsPostgreSql)
        {
            return;
        }
        await using var connection = new SqliteConnection(SqliteSetup.ConnectionString(options));
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=2000; PRAGMA wal_checkpoint(TRUNCATE);";
        await command.ExecuteNonQueryAsync(cancel);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Called with constants of this file only.")]
    private static async Task RunAsync(ZhuoluoContext db, string constant, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = constant;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
