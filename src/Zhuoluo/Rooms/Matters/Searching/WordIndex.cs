using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Searching;

/// <summary>Writes the index of words: FTS5 without contents on SQLite (rules G1.2), tsvector on PostgreSQL (G1.3).</summary>
internal static class WordIndex
{
    /// <summary>What stood under <paramref name="ids"/> goes; <paramref name="rows"/> come in its place.</summary>
    public static Task ReplaceAsync(ZhuoluoContext db, IReadOnlyList<long> ids, IReadOnlyList<(long Id, string Words)> rows, CancellationToken cancel)
    {
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            return ReplaceAsync(postgres, ids, rows, cancel);
        }
        Replace(db.Database.GetDbConnection(), ids, rows);
        return Task.CompletedTask;
    }

    private static void Replace(DbConnection connection, IReadOnlyList<long> ids, IReadOnlyList<(long Id, string Words)> rows)
    {
        using var delete = Command(connection, "DELETE FROM matter_search WHERE rowid = @id", "@id");
        foreach (var id in ids)
        {
            delete.Parameters[0].Value = id;
            delete.ExecuteNonQuery();
        }
        using var insert = Command(connection, "INSERT INTO matter_search (rowid, words) VALUES (@id, @words)", "@id", "@words");
        foreach (var (id, words) in rows)
        {
            insert.Parameters[0].Value = id;
            insert.Parameters[1].Value = words;
            insert.ExecuteNonQuery();
        }
    }

    private static async Task ReplaceAsync(NpgsqlConnection connection, IReadOnlyList<long> ids, IReadOnlyList<(long Id, string Words)> rows, CancellationToken cancel)
    {
        await using var delete = new NpgsqlCommand("DELETE FROM matter_search WHERE id = ANY ($1)", connection);
        delete.Parameters.Add(new() { Value = ids.ToArray() });
        await delete.ExecuteNonQueryAsync(cancel);
        await using var insert = new NpgsqlCommand(
            "INSERT INTO matter_search (id, words) SELECT r.id, to_tsvector('simple', r.words) FROM unnest($1, $2) AS r (id, words)", connection);
        insert.Parameters.Add(new() { Value = rows.Select(r => r.Id).ToArray() });
        insert.Parameters.Add(new() { Value = rows.Select(r => r.Words).ToArray() });
        await insert.ExecuteNonQueryAsync(cancel);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Called with constants of this file only.")]
    private static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = name == "@id" ? 0L : "";
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
