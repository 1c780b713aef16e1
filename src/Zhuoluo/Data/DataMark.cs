using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Data;

/// <summary>
/// Tells whether anything was committed, by this process or another: two equal marks saw the same data. Costs some microseconds on
/// SQLite (PRAGMA data_version, which moves with each commit of any other connection; this one never writes) and one round trip on
/// PostgreSQL (the snapshot itself: which transactions it sees).
/// </summary>
internal sealed class DataMark(DatabaseOptions options, IDbContextFactory<ZhuoluoContext> reads) : IDisposable
{
    private readonly Lock _asking = new();
    private SqliteConnection? _connection;
    private SqliteStatement? _statement;

    public async ValueTask<string> NowAsync(CancellationToken cancel)
    {
        if (!options.IsPostgreSql)
        {
            return Version().ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        await using var db = await reads.CreateDbContextAsync(cancel);
        return await db.Database.SqlQuery<string>($"SELECT pg_current_snapshot()::text AS \"Value\"").SingleAsync(cancel);
    }

    public void Dispose()
    {
        _statement?.Dispose();
        _connection?.Dispose();
    }

    private long Version()
    {
        lock (_asking)
        {
            if (_statement is null)
            {
                _connection = new SqliteConnection(SqliteSetup.ConnectionString(options));
                _connection.Open();
                SqliteSetup.PrepareReader(_connection);
                _statement = new SqliteStatement(_connection.Handle!, "PRAGMA data_version");
            }
            return _statement.Ask() ?? 0;
        }
    }
}
