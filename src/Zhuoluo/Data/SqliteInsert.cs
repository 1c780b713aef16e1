using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Zhuoluo.Data;

/// <summary>
/// One prepared INSERT, bound by position. A command of ADO.NET looks for each parameter by its name again for each row, which costs more
/// than the insert. Values are written in the forms that Microsoft.Data.Sqlite gives them.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteInsert(SqliteConnection connection, string table, string names, int columns)
    {
        _database = connection.Handle!;
        var sql = $"INSERT INTO {table} ({names}) VALUES ({string.Join(',', Enumerable.Repeat('?', columns))})";
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <param name="index">Place of the column, from 0.</param>
    /// <param name="value">As the provider stores it: after the conversions of the model.</param>
    public void Bind(int index, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, index + 1),
        long number => raw.sqlite3_bind_int64(_statement, index + 1, number),
        int number => raw.sqlite3_bind_int64(_statement, index + 1, number),
        bool flag => raw.sqlite3_bind_int64(_statement, index + 1, flag ? 1 : 0),
        string text => raw.sqlite3_bind_text(_statement, index + 1, text),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, index + 1, bytes),
        double number => raw.sqlite3_bind_double(_statement, index + 1, number),
        DateOnly day => raw.sqlite3_bind_text(_statement, index + 1, day.ToString("O", CultureInfo.InvariantCulture)),
        TimeOnly time => raw.sqlite3_bind_text(_statement, index + 1, time.ToString("HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture)),
        Enum word => raw.sqlite3_bind_int64(_statement, index + 1, Convert.ToInt64(word, CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException($"{value.GetType().Name} has no form in SQLite here."),
    });

    public void Run()
    {
        Check(raw.sqlite3_step(_statement));
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
