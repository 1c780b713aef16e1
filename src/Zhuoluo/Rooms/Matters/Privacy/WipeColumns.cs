using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Privacy;

/// <summary>
/// Empties every text of one matter in every table that holds its id, read from the model: a table that comes later is wiped without
/// being named here. What stays are codes of lists, limits, numbers and the names of staff, told by how the column is called.
/// </summary>
internal static class WipeColumns
{
    private static readonly string[] _kept = ["Code", "Limit", "Number", "Mark", "ByName", "PersonName", "By", "Office", "Hash", "Digest", "ContentType"];

    public static IEnumerable<(IEntityType Type, IProperty Key, IReadOnlyList<IProperty> Texts)> In(IModel model) =>
        from type in model.GetEntityTypes()
        let key = type.ClrType == typeof(Matter) ? null : type.FindProperty("MatterId")
        where key?.ClrType == typeof(long)
        let texts = type.GetProperties().Where(p => p.ClrType == typeof(string) && !p.IsKey() && !IsKept(p.Name)).ToList()
        where texts.Count > 0
        select (type, key, (IReadOnlyList<IProperty>)texts);

    public static bool IsKept(string name) => _kept.Any(k => name.EndsWith(k, StringComparison.Ordinal));

    public static async Task RunAsync(ZhuoluoContext db, long matterId, CancellationToken cancel)
    {
        foreach (var (type, key, texts) in In(db.Model))
        {
            var table = type.GetTableName()!;
            var sets = string.Join(", ", texts.Select(p => $"\"{p.GetColumnName()}\" = {(p.IsNullable ? "NULL" : "''")}"));
            await using var command = Command(db.Database.GetDbConnection(), $"UPDATE \"{table}\" SET {sets} WHERE \"{key.GetColumnName()}\" = @id", matterId);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "Built from the model's own table and column names.")]
    private static DbCommand Command(DbConnection connection, string sql, long matterId)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("id", matterId);
        command.Parameters.Add(id);
        return command;
    }
}
