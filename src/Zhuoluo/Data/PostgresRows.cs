using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Zhuoluo.Data;

/// <summary>
/// Rows wait for the next question or the end of the change and go in one round trip, past the change tracker. The driver keeps the
/// statements prepared on each connection.
/// </summary>
internal sealed class PostgresRows(ZhuoluoContext db) : Rows
{
    private static readonly ConditionalWeakTable<IEntityType, PostgresInsert> _inserts = [];
    private readonly List<NpgsqlBatchCommand> _waiting = [];

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    public override void Insert<T>(T row)
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        _waiting.Add(_inserts.GetValue(type, t => new PostgresInsert(t)).Of(row));
    }

    public override async ValueTask<long?> AskAsync(string sql, object[] values, CancellationToken cancel)
    {
        await SendAsync(cancel);
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(cancel) is { } answer and not DBNull ? Convert.ToInt64(answer, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    public override async ValueTask<List<T>> ReadAsync<T>(string sql, Func<IColumns, T> read, object[] values, CancellationToken cancel)
    {
        await SendAsync(cancel);
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var columns = new Columns(reader);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(read(columns));
        }
        return rows;
    }

    public override async ValueTask<int> RunAsync(string sql, object[] values, CancellationToken cancel)
    {
        await SendAsync(cancel);
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Sends what waits; before the commit, and before anything that has to see it.</summary>
    public async ValueTask SendAsync(CancellationToken cancel)
    {
        if (_waiting.Count == 0)
        {
            return;
        }
        await using var batch = new NpgsqlBatch(Connection);
        foreach (var command in _waiting)
        {
            batch.BatchCommands.Add(command);
        }
        _waiting.Clear();
        await batch.ExecuteNonQueryAsync(cancel);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Statements are constants of the callers; values are parameters.")]
    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, Connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        return command;
    }

    private sealed class Columns(NpgsqlDataReader reader) : IColumns
    {
        public long Long(int column) => Convert.ToInt64(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);

        public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

        public string Text(int column) => reader.GetString(column);
    }
}
