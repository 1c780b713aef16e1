using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Zhuoluo.Data;

/// <summary>
/// Binds the properties of a mapped row to an INSERT, with the columns and conversions of the model, compiled once: nothing is boxed and
/// nothing is looked up by name.
/// </summary>
internal sealed class RowBinder<T>
    where T : class
{
    public RowBinder(IEntityType type)
    {
        var properties = type.GetProperties().ToList();
        Sql = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(',', properties.Select(p => $"\"{p.GetColumnName()}\""))}) VALUES ({string.Join(',', properties.Select(_ => '?'))})";
        var (statement, row) = (Expression.Parameter(typeof(SqliteStatement)), Expression.Parameter(typeof(T)));
        Bind = Expression.Lambda<Action<SqliteStatement, T>>(
            Expression.Block(properties.Select((p, i) => BindOne(statement, i, Stored(Read(row, p), p)))), statement, row).Compile();
    }

    public string Sql { get; }

    public Action<SqliteStatement, T> Bind { get; }

    private static MemberExpression Read(ParameterExpression row, IProperty property) => property.PropertyInfo is { } info
        ? Expression.Property(row, info)
        : throw new InvalidOperationException($"{property} has no property.");

    // As the provider stores it: first the conversion of the model, then numbers of any kind as 64 bits.
    private static Expression Stored(Expression value, IProperty property)
    {
        var isNullable = Nullable.GetUnderlyingType(value.Type) is not null;
        Expression plain = isNullable ? Expression.Property(value, "Value") : value;
        if (property.GetTypeMapping().Converter is { } converter)
        {
            plain = Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(plain, converter.ModelClrType));
        }
        plain = plain.Type == typeof(bool) ? Expression.Condition(plain, Expression.Constant(1L), Expression.Constant(0L))
            : plain.Type == typeof(int) || plain.Type.IsEnum ? Expression.Convert(plain, typeof(long))
            : plain;
        if (!isNullable)
        {
            return plain.Type.IsValueType && plain.Type != typeof(long) ? Expression.Convert(plain, typeof(Nullable<>).MakeGenericType(plain.Type)) : plain;
        }
        var maybe = plain.Type.IsValueType ? typeof(Nullable<>).MakeGenericType(plain.Type) : plain.Type;
        return Expression.Condition(Expression.Property(value, "HasValue"), Expression.Convert(plain, maybe), Expression.Default(maybe));
    }

    private static MethodCallExpression BindOne(ParameterExpression statement, int index, Expression value)
    {
        var bind = typeof(SqliteStatement).GetMethod(nameof(SqliteStatement.Bind), BindingFlags.Instance | BindingFlags.Public, [typeof(int), value.Type])
            ?? throw new InvalidOperationException($"{value.Type.Name} has no form in SQLite here.");
        return Expression.Call(statement, bind, Expression.Constant(index), value);
    }
}
