using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Zhuoluo.Data;

/// <summary>
/// One prepared statement, bound by position. A command of ADO.NET looks for each parameter by its name again for each row, which costs more
/// than the insert. Values are written in the forms that Microsoft.Data.Sqlite gives them.
/// </summary>
internal sealed class SqliteStatement : IColumns, IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <param name="index">Place of the parameter, from 0.</param>
    /// <param name="number">Also for flags and the members of enums.</param>
    public void Bind(int index, long number) => Check(raw.sqlite3_bind_int64(_statement, index + 1, number));

    public void Bind(int index, long? number)
    {
        if (number is { } set)
        {
            Bind(index, set);
        }
        else
        {
            BindNull(index);
        }
    }

    public void Bind(int index, string? text)
    {
        if (text is null)
        {
            BindNull(index);
            return;
        }
        var room = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = room > 1024 ? ArrayPool<byte>.Shared.Rent(room) : null;
        var bytes = rented ?? stackalloc byte[1024];
        Check(raw.sqlite3_bind_text(_statement, index + 1, bytes[..Encoding.UTF8.GetBytes(text, bytes)]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    public void Bind(int index, byte[]? bytes)
    {
        if (bytes is null)
        {
            BindNull(index);
        }
        else
        {
            Check(raw.sqlite3_bind_blob(_statement, index + 1, bytes));
        }
    }

    public void Bind(int index, double? number)
    {
        if (number is { } set)
        {
            Check(raw.sqlite3_bind_double(_statement, index + 1, set));
        }
        else
        {
            BindNull(index);
        }
    }

    public void Bind(int index, DateOnly? day) => Bind(index, day?.ToString("O", CultureInfo.InvariantCulture));

    public void Bind(int index, TimeOnly? time) => Bind(index, time?.ToString("HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture));

    /// <summary>A value in one of the forms in which the provider stores it.</summary>
    public void BindAny(int index, object? value)
    {
        switch (value)
        {
            case null or DBNull: BindNull(index); break;
            case bool flag: Bind(index, flag ? 1L : 0L); break;
            case double number: Bind(index, (double?)number); break;
            case DateOnly day: Bind(index, (DateOnly?)day); break;
            case TimeOnly time: Bind(index, (TimeOnly?)time); break;
            case Enum word: Bind(index, Convert.ToInt64(word, CultureInfo.InvariantCulture)); break;
            case long number: Bind(index, number); break;
            case int number: Bind(index, (long)number); break;
            case string text: Bind(index, text); break;
            case byte[] bytes: Bind(index, bytes); break;
            default: throw new InvalidOperationException($"{value.GetType().Name} has no form in SQLite here.");
        }
    }

    /// <summary>For questions, whose values come one by one.</summary>
    public void Bind(ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BindAny(i, values[i]);
        }
    }

    /// <summary>Binds a parameter of a statement that was written with names; nothing when the statement has none of this name.</summary>
    public void Bind(string name, object? value)
    {
        if (raw.sqlite3_bind_parameter_index(_statement, name) is > 0 and var place)
        {
            BindAny(place - 1, value);
        }
    }

    /// <summary>To the next row; false after the last, and then it may be run again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }
        raw.sqlite3_reset(_statement);
        Check(code);
        return false;
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    /// <summary>The number in the first column of the first row, or null.</summary>
    public long? Ask()
    {
        try
        {
            long? answer = null;
            int code;
            while ((code = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
            {
                answer ??= raw.sqlite3_column_type(_statement, 0) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(_statement, 0);
            }
            Check(code);
            return answer;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>Runs to the end; the number of rows it changed.</summary>
    public int Run()
    {
        Ask();
        return raw.sqlite3_changes(_database);
    }

    public void Dispose() => _statement.Dispose();

    private void BindNull(int index) => Check(raw.sqlite3_bind_null(_statement, index + 1));

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
