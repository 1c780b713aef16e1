using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Data;

/// <summary>
/// Rows and small questions that go past the change tracker, on the writer's connection and in its transaction. For what is done
/// thousands of times a second; everything else uses the context. Placeholders are $1, $2...
/// </summary>
internal abstract class Rows
{
    /// <summary>Adds one row, which is not looked at again by this change.</summary>
    public abstract void Insert<T>(T row)
        where T : class;

    /// <summary>The number in the first column of the first row, or null.</summary>
    public abstract ValueTask<long?> AskAsync(string sql, object[] values, CancellationToken cancel);

    /// <summary>Rows that a statement of constants answers; also of one that changes and RETURNs.</summary>
    public abstract ValueTask<List<T>> ReadAsync<T>(string sql, Func<IColumns, T> read, object[] values, CancellationToken cancel);

    /// <summary>How many rows were changed.</summary>
    public abstract ValueTask<int> RunAsync(string sql, object[] values, CancellationToken cancel);
}

/// <summary>Statements are prepared once and live as long as the writer's connection.</summary>
internal sealed class SqliteRows(SqliteConnection connection, ZhuoluoContext db) : Rows, IDisposable
{
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, (object Binder, SqliteStatement Statement)> _inserts = [];

    public override void Insert<T>(T row)
    {
        if (!_inserts.TryGetValue(typeof(T), out var insert))
        {
            var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
            var made = new RowBinder<T>(type);
            _inserts[typeof(T)] = insert = (made, new SqliteStatement(connection.Handle!, made.Sql));
        }
        ((RowBinder<T>)insert.Binder).Bind(insert.Statement, row);
        insert.Statement.Run();
    }

    public void Run(string sql) => Statement(sql).Run();

    public override ValueTask<long?> AskAsync(string sql, object[] values, CancellationToken cancel)
    {
        var statement = Statement(sql);
        statement.Bind(values);
        return ValueTask.FromResult(statement.Ask());
    }

    public override ValueTask<List<T>> ReadAsync<T>(string sql, Func<IColumns, T> read, object[] values, CancellationToken cancel)
    {
        var statement = Statement(sql);
        statement.Bind(values);
        var rows = new List<T>();
        try
        {
            while (statement.Step())
            {
                rows.Add(read(statement));
            }
        }
        finally
        {
            statement.Reset();
        }
        return ValueTask.FromResult(rows);
    }

    public override ValueTask<int> RunAsync(string sql, object[] values, CancellationToken cancel)
    {
        var statement = Statement(sql);
        statement.Bind(values);
        return ValueTask.FromResult(statement.Run());
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values.Concat(_inserts.Values.Select(i => i.Statement)))
        {
            statement.Dispose();
        }
        _statements.Clear();
        _inserts.Clear();
    }

    private SqliteStatement Statement(string sql) =>
        _statements.TryGetValue(sql, out var known) ? known : _statements[sql] = new SqliteStatement(connection.Handle!, sql);
}
