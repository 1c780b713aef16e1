using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Tallying;

/// <summary>What changes in the tallies, added up first, so that a batch of a thousand matters writes each tally once.</summary>
internal sealed class Deltas
{
    // Few enough that finding parameters by name costs SQLite nothing, enough that PostgreSQL is not asked row by row.
    private const int RowsAtOnce = 20;
    private readonly Dictionary<TallyKey, long> _changes = [];

    public void Add(TallyMark mark) => Change(mark, 1);

    public void Take(TallyMark mark) => Change(mark, -1);

    public void Add(HeldMark held) => Change(held, 1);

    public void Take(HeldMark held) => Change(held, -1);

    public IReadOnlyCollection<Tally> ToTallies() => [.. _changes.Where(c => c.Value != 0).Select(c => new Tally
    {
        By = c.Key.By,
        Key = c.Key.Key,
        DriveId = c.Key.DriveId,
        Month = c.Key.Month,
        State = c.Key.State,
        Outcome = c.Key.Outcome,
        Count = c.Value,
    })];

    /// <summary>Adds to what stands in the table; the same statement on both databases.</summary>
    public async Task WriteAsync(ZhuoluoContext db, CancellationToken cancel)
    {
        var connection = db.Database.GetDbConnection();
        foreach (var rows in _changes.Where(c => c.Value != 0).OrderBy(c => c.Key.By).ThenBy(c => c.Key.Key, StringComparer.Ordinal).Chunk(RowsAtOnce))
        {
            await using var command = Command(connection, rows);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private void Change(TallyMark mark, long by)
    {
        foreach (var key in TallyKeys.Of(mark))
        {
            _changes[key] = _changes.GetValueOrDefault(key) + by;
        }
    }

    private void Change(HeldMark held, long by)
    {
        foreach (var (key, amount) in TallyKeys.Of(held))
        {
            _changes[key] = _changes.GetValueOrDefault(key) + (by * amount);
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "Built from constants and numbered parameters.")]
    private static DbCommand Command(DbConnection connection, KeyValuePair<TallyKey, long>[] rows)
    {
        var command = connection.CreateCommand();
        var sql = new StringBuilder("INSERT INTO tally (\"by\", \"key\", drive_id, month, state, outcome, \"count\") VALUES ");
        for (var i = 0; i < rows.Length; i++)
        {
            sql.Append(i == 0 ? "(" : ", (");
            var (key, count) = rows[i];
            object[] values = [(int)key.By, key.Key, key.DriveId, key.Month, (int)key.State, (int)key.Outcome, count];
            for (var j = 0; j < values.Length; j++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"p{i}_{j}";
                parameter.Value = values[j];
                command.Parameters.Add(parameter);
                sql.Append(j == 0 ? "@" : ", @").Append(parameter.ParameterName);
            }
            sql.Append(')');
        }
        sql.Append(" ON CONFLICT (\"by\", drive_id, \"key\", month, state, outcome) DO UPDATE SET \"count\" = tally.\"count\" + excluded.\"count\"");
        command.CommandText = sql.ToString();
        return command;
    }
}
