using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Searching;

/// <summary>Writes an index of words: FTS5 without contents on SQLite (rules G1.2), tsvector on PostgreSQL (G1.3).</summary>
internal sealed class WordIndex
{
    private readonly string _table;
    private readonly bool _isCounted;

    private WordIndex(string table, bool isCounted) => (_table, _isCounted) = (table, isCounted);

    /// <summary>What staff find: number, title, text and place of every matter that is not confidential.</summary>
    public static WordIndex OfMatters { get; } = new("matter_search", isCounted: true);

    /// <summary>What the public finds: released texts.</summary>
    public static WordIndex OfPublications { get; } = new("publication_search", isCounted: false);

    /// <summary>What stood under <paramref name="ids"/> goes; <paramref name="rows"/> come in its place.</summary>
    public async Task ReplaceAsync(ZhuoluoContext db, IReadOnlyList<long> ids, IReadOnlyList<(long Id, string Words)> rows, CancellationToken cancel)
    {
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await ReplaceAsync(postgres, ids, rows, cancel);
        }
        else
        {
            Replace(((SqliteConnection)db.Database.GetDbConnection()).Handle!, ids, rows);
        }
    }

    // Statements bound by position: a thousand matters are some ten thousand of them.
    private void Replace(sqlite3 database, IReadOnlyList<long> ids, IReadOnlyList<(long Id, string Words)> rows)
    {
        using var delete = new SqliteStatement(database, $"DELETE FROM {_table} WHERE rowid = ?");
        foreach (var id in ids)
        {
            delete.Bind(0, id);
            delete.Run();
        }
        using var insert = new SqliteStatement(database, $"INSERT INTO {_table} (rowid, words) VALUES (?, ?)");
        foreach (var (id, words) in rows)
        {
            insert.Bind(0, id);
            insert.Bind(1, words);
            insert.Run();
        }
        if (_isCounted)
        {
            Count(database, rows);
        }
    }

    // An index without contents cannot say which words went, so what changed is counted twice: good enough to tell rare from usual.
    private static void Count(sqlite3 database, IReadOnlyList<(long Id, string Words)> rows)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, words) in rows)
        {
            seen.Clear();
            foreach (var word in words.Split(' ').Where(w => IsPair(w) && seen.Add(w)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
            }
        }
        using var upsert = new SqliteStatement(database, "INSERT INTO search_word (word, count) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET count = count + excluded.count");
        // In the order of the key: neighbours lie on one page.
        foreach (var (word, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            upsert.Bind(0, word);
            upsert.Bind(1, count);
            upsert.Run();
        }
    }

    private static bool IsPair(string word) => word.Length == 2 && word[0] > '\u2E7F';

    private async Task ReplaceAsync(NpgsqlConnection connection, IReadOnlyList<long> ids, IReadOnlyList<(long Id, string Words)> rows, CancellationToken cancel)
    {
        var delete = $"DELETE FROM {_table} WHERE id = ANY ($1)";
        await RunAsync(connection, _isCounted ? Counted($"{delete} RETURNING words", "-") : delete, cancel, ids.ToArray());
        var insert = $"INSERT INTO {_table} (id, words) SELECT r.id, to_tsvector('simple', r.words) FROM unnest($1, $2) AS r (id, words)";
        await RunAsync(connection, _isCounted ? Counted($"{insert} RETURNING words", "") : insert, cancel,
            rows.Select(r => r.Id).ToArray(), rows.Select(r => r.Words).ToArray());
    }

    // Sorted, so that the rows are locked in one order. The empty word counts the matters.
    private static string Counted(string change, string sign) => $"""
        WITH changed AS ({change})
        INSERT INTO search_word (word, count)
        SELECT w.word, {sign}count(*) FROM changed, LATERAL (
            SELECT '' AS word UNION ALL SELECT l FROM unnest(tsvector_to_array(changed.words)) AS l WHERE length(l) = 2 AND ascii(l) > 11903) AS w
        GROUP BY w.word ORDER BY w.word
        ON CONFLICT (word) DO UPDATE SET count = search_word.count + excluded.count
        """;

    [SuppressMessage("Security", "CA2100", Justification = "Made of constants of this file only.")]
    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        await command.ExecuteNonQueryAsync(cancel);
    }
}
