using System.Diagnostics;
using Npgsql;
using SQLitePCL;

namespace Zhuoluo.Bench;

/// <summary>What the database alone allows: the two rows of the bare endpoint, inserted by one thread and durable, eight to a commit on SQLite, one on PostgreSQL.</summary>
internal static class RawDatabase
{
    private const int Group = 8;
    private static readonly byte[] _log = new byte[300];

    public static double Sqlite(string folder, string text, int seconds)
    {
        Batteries_V2.Init();
        raw.sqlite3_open(Path.Combine(folder, "raw.db"), out var database);
        using (database)
        {
            Run("PRAGMA journal_mode=WAL");
            Run("PRAGMA synchronous=FULL");
            Run("PRAGMA wal_autocheckpoint=4000");
            Run("CREATE TABLE item (id INTEGER PRIMARY KEY, place TEXT, text TEXT); CREATE INDEX ix_item_place ON item (place, id); CREATE TABLE log (id INTEGER PRIMARY KEY, body BLOB)");
            raw.sqlite3_prepare_v2(database, "INSERT INTO item (place, text) VALUES (?, ?)", out var item);
            raw.sqlite3_prepare_v2(database, "INSERT INTO log (body) VALUES (?)", out var log);
            var (watch, count) = (Stopwatch.StartNew(), 0L);
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                Run("BEGIN IMMEDIATE");
                for (var i = 0; i < Group; i++, count++)
                {
                    raw.sqlite3_bind_text(item, 1, "360821100");
                    raw.sqlite3_bind_text(item, 2, text);
                    raw.sqlite3_step(item);
                    raw.sqlite3_reset(item);
                    raw.sqlite3_bind_blob(log, 1, _log);
                    raw.sqlite3_step(log);
                    raw.sqlite3_reset(log);
                }
                Run("COMMIT");
            }
            item.Dispose();
            log.Dispose();
            return count / watch.Elapsed.TotalSeconds;
        }

        void Run(string sql) => raw.sqlite3_exec(database, sql);
    }

    public static async Task<double> PostgresAsync(string connection, string text, int seconds)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        await using (var make = new NpgsqlCommand("CREATE TABLE raw_item (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, place text, text text); CREATE INDEX ix_raw_item ON raw_item (place, id); CREATE TABLE raw_log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body bytea)", database))
        {
            await make.ExecuteNonQueryAsync();
        }
        await using var insert = new NpgsqlCommand("WITH i AS (INSERT INTO raw_item (place, text) VALUES ('360821100', $1)) INSERT INTO raw_log (body) VALUES ($2)", database);
        insert.Parameters.Add(new() { Value = text });
        insert.Parameters.Add(new() { Value = _log });
        await insert.PrepareAsync();
        var (watch, count) = (Stopwatch.StartNew(), 0L);
        for (; watch.Elapsed.TotalSeconds < seconds; count++)
        {
            await insert.ExecuteNonQueryAsync();
        }
        return count / watch.Elapsed.TotalSeconds;
    }
}
