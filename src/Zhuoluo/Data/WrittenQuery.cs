using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Data;

/// <summary>The statement that a context writes for a query with one text that changes from time to time; everything else in it stays.</summary>
/// <param name="Key">Names the query with all that stays.</param>
/// <param name="Sql">The statement.</param>
/// <param name="Asked">Name of the parameter that changes.</param>
/// <param name="Always">Names and values of the others.</param>
internal sealed record WrittenQuery(string Key, string Sql, string Asked, IReadOnlyList<(string Name, object? Value)> Always)
{
    // No number, code or word of ours has this character.
    private const string Mark = "\u0001asked";

    public static WrittenQuery Of(string key, Func<string, IQueryable<long>> query)
    {
        using var command = query(Mark).CreateDbCommand();
        var parameters = command.Parameters.Cast<DbParameter>().ToList();
        var asked = parameters.Single(p => p.Value is Mark);
        return new WrittenQuery(key, command.CommandText, asked.ParameterName, [.. parameters.Where(p => p != asked).Select(p => (p.ParameterName, p.Value))]);
    }
}
