using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Zhuoluo.Data;

/// <summary>Rows of one mapped type, columns and conversions taken from the model: prepared INSERT on SQLite, binary COPY on PostgreSQL.</summary>
internal static class BulkInsert
{
    private static readonly ConditionalWeakTable<IEntityType, Column[]> _columns = [];

    public static async Task RunAsync<T>(ZhuoluoContext db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var columns = _columns.GetValue(type, t => [.. t.GetProperties().Select(p => new Column(p))]);
        var connection = db.Database.GetDbConnection();
        if (connection is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, type.GetTableName()!, columns, rows, cancel);
        }
        else
        {
            using var insert = new SqliteInsert((SqliteConnection)connection, type.GetTableName()!, NameList(columns), columns.Length);
            foreach (var row in rows)
            {
                cancel.ThrowIfCancellationRequested();
                for (var i = 0; i < columns.Length; i++)
                {
                    insert.Bind(i, columns[i].ValueOf(row));
                }
                insert.Run();
            }
        }
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, Column[] columns, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        await using var import = await connection.BeginBinaryImportAsync($"COPY {table} ({NameList(columns)}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                var value = column.ValueOf(row);
                if (value is null)
                {
                    await import.WriteNullAsync(cancel);
                }
                else
                {
                    await import.WriteAsync(value, column.Mapping.StoreType, cancel);
                }
            }
        }
        await import.CompleteAsync(cancel);
    }

    private static string NameList(Column[] columns) => string.Join(',', columns.Select(c => $"\"{c.Name}\""));

    private sealed class Column(IProperty property)
    {
        private readonly Func<object, object?>? _convert = property.GetTypeMapping().Converter is { } c ? v => c.ConvertToProvider(v) : null;
        private readonly IClrPropertyGetter _getter = property.GetGetter();

        public string Name { get; } = property.GetColumnName();
        public Microsoft.EntityFrameworkCore.Storage.RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

        public object? ValueOf(object row)
        {
            var value = _getter.GetClrValue(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}
