using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Zhuoluo.Data;

/// <summary>Makes a mapped row of what a statement gives, with the columns and conversions of the model, compiled once; the other direction of <see cref="RowBinder{T}"/>.</summary>
internal sealed class RowReader<T>
    where T : class
{
    public RowReader(IEntityType type)
    {
        var properties = type.GetProperties().ToList();
        Select = $"SELECT {string.Join(',', properties.Select(p => $"\"{p.GetColumnName()}\""))} FROM \"{type.GetTableName()}\"";
        Key = string.Join(',', type.FindPrimaryKey()!.Properties.Select(p => $"\"{p.GetColumnName()}\""));
        var statement = Expression.Parameter(typeof(SqliteStatement));
        Read = Expression.Lambda<Func<SqliteStatement, T>>(
            Expression.MemberInit(Expression.New(typeof(T)), properties.Select((p, i) => Expression.Bind(p.PropertyInfo!, Value(statement, i, p)))), statement).Compile();
    }

    public string Select { get; }

    /// <summary>Columns of the primary key, by which rows are ordered.</summary>
    public string Key { get; }

    public Func<SqliteStatement, T> Read { get; }

    private static Expression Value(ParameterExpression statement, int index, IProperty property)
    {
        var type = property.ClrType;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var column = Expression.Constant(index);
        var converter = property.GetTypeMapping().Converter;
        Expression value = Stored(statement, column, converter?.ProviderClrType ?? plain);
        value = converter is null ? value : Expression.Convert(Expression.Invoke(converter.ConvertFromProviderExpression, value), plain);
        value = Expression.Convert(value, type);
        return property.IsNullable ? Expression.Condition(Expression.Call(statement, nameof(SqliteStatement.IsNull), null, column), Expression.Default(type), value) : value;
    }

    private static Expression Stored(ParameterExpression statement, ConstantExpression column, Type type)
    {
        if (type == typeof(string))
        {
            return Expression.Call(statement, nameof(SqliteStatement.Text), null, column);
        }
        if (type == typeof(byte[]))
        {
            return Expression.Call(statement, nameof(SqliteStatement.Bytes), null, column);
        }
        if (type == typeof(DateOnly))
        {
            Func<string, DateOnly> day = Day;
            return Expression.Invoke(Expression.Constant(day), Expression.Call(statement, nameof(SqliteStatement.Text), null, column));
        }
        Expression number = Expression.Call(statement, nameof(SqliteStatement.Long), null, column);
        return type == typeof(bool) ? Expression.NotEqual(number, Expression.Constant(0L)) : Expression.Convert(number, type);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
