using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Zhuoluo.Data;

/// <summary>The INSERT of one mapped type on PostgreSQL, with the columns and conversions of the model.</summary>
internal sealed class PostgresInsert
{
    private readonly StoredColumn[] _columns;
    private readonly string _sql;

    public PostgresInsert(IEntityType type)
    {
        _columns = StoredColumn.Of(type);
        _sql = $"INSERT INTO \"{type.GetTableName()}\" ({StoredColumn.NameList(_columns)}) VALUES ({string.Join(',', _columns.Select((_, i) => $"${i + 1}"))})";
    }

    public NpgsqlBatchCommand Of(object row)
    {
        var command = new NpgsqlBatchCommand(_sql);
        foreach (var column in _columns)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = column.ValueOf(row) ?? DBNull.Value, DataTypeName = column.Mapping.StoreType });
        }
        return command;
    }
}
