using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Data;

/// <summary>
/// Connections for pages that read many small things of one matter: statements stay prepared, and all of a page are read in one snapshot.
/// The rows are the same that the context would give; preparing and translating some twenty queries anew costs twenty times the reading.
/// </summary>
internal sealed class SqliteReads(DatabaseOptions options, IDbContextFactory<ZhuoluoContext> contexts) : IDisposable
{
    /// <summary>Tells whoever listens which statements ran, as the context does of its own; costs one look when nobody does.</summary>
    public const string Listener = "Zhuoluo.Reads";

    internal static readonly DiagnosticListener Told = new(Listener);
    private readonly ConcurrentBag<SqliteSnapshot> _idle = [];
    private readonly ConcurrentDictionary<Type, object> _readers = new();

    /// <summary>What is read until it is given back saw the same data.</summary>
    public SqliteSnapshot Begin()
    {
        if (!_idle.TryTake(out var snapshot))
        {
            var connection = new SqliteConnection(SqliteSetup.ConnectionString(options));
            connection.Open();
            SqliteSetup.PrepareReader(connection);
            snapshot = new SqliteSnapshot(this, connection);
        }
        snapshot.Begin();
        return snapshot;
    }

    /// <summary>False where a statement of constants finds nothing for this id, so that nothing more need be asked; always true on PostgreSQL.</summary>
    public bool MayHave(string sql, long id)
    {
        if (options.IsPostgreSql)
        {
            return true;
        }
        using var data = Begin();
        return data.Ask(sql, id) is not null;
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var snapshot))
        {
            snapshot.Close();
        }
    }

    internal void GiveBack(SqliteSnapshot snapshot) => _idle.Add(snapshot);

    internal RowReader<T> ReaderOf<T>()
        where T : class => (RowReader<T>)_readers.GetOrAdd(typeof(T), _ =>
        {
            using var db = contexts.CreateDbContext();
            return new RowReader<T>(db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped."));
        });
}

/// <summary>One connection while a page reads from it.</summary>
internal sealed class SqliteSnapshot(SqliteReads reads, SqliteConnection connection) : IDisposable
{
    // One prepared statement a viewer's scope comes on top; more than this is somebody asking in bad faith or a very large office.
    private const int MostStatements = 400;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<(Type, string), SqliteStatement> _lists = [];

    /// <summary>Rows with this id or code in a column, in the order of their key.</summary>
    /// <param name="column">A constant of the caller.</param>
    /// <param name="value">What stands in it.</param>
    public List<T> List<T>(string column, object value)
        where T : class
    {
        var reader = reads.ReaderOf<T>();
        if (!_lists.TryGetValue((typeof(T), column), out var statement))
        {
            _lists[(typeof(T), column)] = statement = new SqliteStatement(connection.Handle!, $"{reader.Select} WHERE \"{column}\" = ? ORDER BY {reader.Key}");
        }
        Tell(reader.Select);
        statement.Bind([value]);
        var rows = new List<T>();
        try
        {
            while (statement.Step())
            {
                rows.Add(reader.Read(statement));
            }
        }
        finally
        {
            statement.Reset();
        }
        return rows;
    }

    /// <summary>The first of them.</summary>
    public T? First<T>(string column, object value)
        where T : class => List<T>(column, value) is [var first, ..] ? first : null;

    /// <summary>The number that a statement of constants answers.</summary>
    public long? Ask(string sql, params ReadOnlySpan<object> values)
    {
        var statement = Statement(sql, out _);
        Tell(sql);
        statement.Bind(values);
        return statement.Ask();
    }

    /// <summary>The same for a statement that a context wrote: the values that are always the same are bound once.</summary>
    public long? Ask(WrittenQuery query, string value)
    {
        var statement = Statement(query.Key, out var isNew, query.Sql);
        if (isNew)
        {
            foreach (var (name, always) in query.Always)
            {
                statement.Bind(name, always);
            }
        }
        Tell(query.Sql);
        statement.Bind(query.Asked, value);
        return statement.Ask();
    }

    public void Dispose()
    {
        Statement("COMMIT", out _).Run();
        reads.GiveBack(this);
    }

    internal void Begin() => Statement("BEGIN", out _).Run();

    internal void Close()
    {
        foreach (var statement in _statements.Values.Concat(_lists.Values))
        {
            statement.Dispose();
        }
        connection.Dispose();
    }

    private static void Tell(string sql)
    {
        if (SqliteReads.Told.IsEnabled())
        {
            SqliteReads.Told.Write("Statement", sql);
        }
    }

    private SqliteStatement Statement(string key, out bool isNew, string? sql = null)
    {
        isNew = !_statements.TryGetValue(key, out var statement);
        if (statement is null)
        {
            if (_statements.Count >= MostStatements)
            {
                foreach (var old in _statements.Values)
                {
                    old.Dispose();
                }
                _statements.Clear();
            }
            _statements[key] = statement = new SqliteStatement(connection.Handle!, sql ?? key);
        }
        return statement;
    }
}
