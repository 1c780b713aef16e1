using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Zhuoluo.Data;

/// <summary>Rows of one mapped type, columns and conversions taken from the model: prepared INSERT on SQLite, binary COPY on PostgreSQL.</summary>
internal static class BulkInsert
{
    private static readonly ConditionalWeakTable<IEntityType, StoredColumn[]> _columns = [];

    public static async Task RunAsync<T>(ZhuoluoContext db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        await RunAsync(db, type, rows, (column, _, row) => column.ValueOf(row), cancel);
    }

    /// <summary>Rows as stored values, in the order of the type's properties.</summary>
    public static Task RunAsync(ZhuoluoContext db, IEntityType type, IReadOnlyCollection<object?[]> rows, CancellationToken cancel) =>
        rows.Count == 0 ? Task.CompletedTask : RunAsync(db, type, rows, (_, index, row) => row[index], cancel);

    private static async Task RunAsync<T>(ZhuoluoContext db, IEntityType type, IReadOnlyCollection<T> rows, Func<StoredColumn, int, T, object?> valueOf, CancellationToken cancel)
        where T : class
    {
        var columns = _columns.GetValue(type, StoredColumn.Of);
        var connection = db.Database.GetDbConnection();
        if (connection is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, type.GetTableName()!, columns, rows, valueOf, cancel);
        }
        else
        {
            using var insert = new SqliteStatement(
                ((SqliteConnection)connection).Handle!,
                $"INSERT INTO {type.GetTableName()} ({StoredColumn.NameList(columns)}) VALUES ({string.Join(',', columns.Select(_ => '?'))})");
            foreach (var row in rows)
            {
                cancel.ThrowIfCancellationRequested();
                for (var i = 0; i < columns.Length; i++)
                {
                    insert.BindAny(i, valueOf(columns[i], i, row));
                }
                insert.Run();
            }
        }
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, StoredColumn[] columns, IReadOnlyCollection<T> rows, Func<StoredColumn, int, T, object?> valueOf, CancellationToken cancel)
        where T : class
    {
        await using var import = await connection.BeginBinaryImportAsync($"COPY {table} ({StoredColumn.NameList(columns)}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancel);
            for (var i = 0; i < columns.Length; i++)
            {
                var value = valueOf(columns[i], i, row);
                if (value is null)
                {
                    await import.WriteNullAsync(cancel);
                }
                else
                {
                    await import.WriteAsync(value, columns[i].Mapping.StoreType, cancel);
                }
            }
        }
        await import.CompleteAsync(cancel);
    }
}
