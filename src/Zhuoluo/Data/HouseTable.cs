using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Zhuoluo.Data;

/// <summary>
/// One table of the model as rows of stored values, the same on both databases: for taking whole tables out and putting them in again.
/// A table that a room adds later is there without a line here.
/// </summary>
internal sealed class HouseTable
{
    private readonly IEntityType _type;
    private readonly string _select;

    private HouseTable(IEntityType type)
    {
        _type = type;
        Name = type.GetTableName()!;
        Columns = [.. type.GetProperties().Select(p => new HouseColumn(p))];
        var key = string.Join(',', type.FindPrimaryKey()!.Properties.Select(p => $"\"{p.GetColumnName()}\""));
        _select = $"SELECT {string.Join(',', Columns.Select(c => $"\"{c.Name}\""))} FROM \"{Name}\" ORDER BY {key}";
    }

    public string Name { get; }

    /// <summary>In the order in which rows hold their values.</summary>
    public IReadOnlyList<HouseColumn> Columns { get; }

    public int ColumnOf(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == name)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>All tables of the model, by name.</summary>
    public static IReadOnlyList<HouseTable> Of(ZhuoluoContext db) =>
        [.. db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && t.FindPrimaryKey() is not null).Select(t => new HouseTable(t)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Everything that is read of <paramref name="db"/> is of one moment, until what comes back is disposed.</summary>
    public static async Task<IAsyncDisposable> HoldStillAsync(ZhuoluoContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN", cancel);
        return new Stillness(db);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Names come from the model.")]
    public async Task<long> CountAsync(ZhuoluoContext db, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT count(*) FROM \"{Name}\"";
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>All rows in the order of their key. The array is a new one for each row.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "Names come from the model.")]
    public async IAsyncEnumerable<object?[]> ReadAsync(ZhuoluoContext db, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = _select;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var row = new object?[Columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : Columns[i].Read(reader, i);
            }
            yield return row;
        }
    }

    /// <summary>Removes all rows; only for a house that nobody has moved into.</summary>
    [SuppressMessage("Security", "EF1002", Justification = "The name comes from the model.")]
    public Task ClearAsync(Work work, CancellationToken cancel) => work.Db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{Name}\"", cancel);

    public Task InsertAsync(Work work, IReadOnlyCollection<object?[]> rows, CancellationToken cancel) => BulkInsert.RunAsync(work.Db, _type, rows, cancel);

    // A connection goes back to its pool as it is left: with the old moment in it, whoever gets it next would read the past.
    private sealed class Stillness(ZhuoluoContext db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await db.Database.ExecuteSqlRawAsync("ROLLBACK");
    }
}

/// <summary>A column with what its values mean and how they are stored.</summary>
internal sealed class HouseColumn
{
    public HouseColumn(IProperty property)
    {
        Name = property.GetColumnName();
        IsNullable = property.IsNullable;
        Meaning = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        Stored = Nullable.GetUnderlyingType(stored) ?? stored;
    }

    public string Name { get; }
    public bool IsNullable { get; }

    /// <summary>Type in the program: an enum, an instant, a code.</summary>
    public Type Meaning { get; }

    /// <summary>Type in the database: a number, a text.</summary>
    public Type Stored { get; }

    public object Read(DbDataReader reader, int index) =>
        Stored == typeof(long) ? reader.GetInt64(index)
        : Stored == typeof(int) ? reader.GetInt32(index)
        : Stored == typeof(bool) ? reader.GetBoolean(index)
        : Stored == typeof(string) ? reader.GetString(index)
        : Stored == typeof(byte[]) ? reader.GetFieldValue<byte[]>(index)
        : Stored == typeof(DateOnly) ? reader.GetFieldValue<DateOnly>(index)
        : Stored == typeof(TimeOnly) ? reader.GetFieldValue<TimeOnly>(index)
        : Stored == typeof(double) ? reader.GetDouble(index)
        : throw new InvalidOperationException($"{Name}: {Stored.Name} cannot be moved yet.");
}
