using System.Linq.Expressions;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Joins conditions on one row, so that a rule can be put together from its parts and still be one WHERE.</summary>
internal static class Conditions
{
    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Join(one, other, Expression.AndAlso);

    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Join(one, other, Expression.OrElse);

    private static Expression<Func<T, bool>> Join<T>(
        Expression<Func<T, bool>> one, Expression<Func<T, bool>> other, Func<Expression, Expression, Expression> how)
    {
        var row = one.Parameters[0];
        return Expression.Lambda<Func<T, bool>>(how(one.Body, new Swap(other.Parameters[0], row).Visit(other.Body)), row);
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
