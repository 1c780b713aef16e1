namespace Zhuoluo.Language.Measuring;

/// <summary>Whether what a table says of its figures holds among the values that were read: sums, differences, equals, parts, rates of an unprinted number.</summary>
public static class Relations
{
    /// <summary>The lines with a relation, and whether it holds; false too where one of its figures was not read.</summary>
    public static IReadOnlyList<(ExpectedFigure Figure, bool Holds)> Check(IReadOnlyList<ExpectedFigure> figures, IReadOnlySet<string> read)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(read);
        var values = figures.Where(f => f.IsLabel || read.Contains(f.Id)).ToDictionary(f => f.Id, f => f.Value, StringComparer.Ordinal);
        return [.. figures.Where(f => f.Relation.Length > 0).Select(f => (f, values.ContainsKey(f.Id) && Holds(f, values)))];
    }

    private static bool Holds(ExpectedFigure figure, Dictionary<string, decimal> values)
    {
        List<decimal> named = [];
        List<char> signs = [];
        var rest = figure.Relation;
        while (rest.Length > 0)
        {
            var id = values.Keys.FirstOrDefault(key => rest.StartsWith(key, StringComparison.Ordinal));
            if (id is not null)
            {
                named.Add(values[id]);
                rest = rest[id.Length..];
            }
            else
            {
                signs.Add(rest[0]);
                rest = rest[1..];
            }
        }
        var relation = string.Concat(signs);
        var digit = Digit(figure.Value);
        return (relation, named) switch
        {
            ("+", [var a, var b]) => figure.Value == a + b,
            ("-", [var a, var b]) => figure.Value == a - b,
            ("=", [var a]) => figure.Value == a,
            ("<=", [var a]) => figure.Value <= a,
            ("x/*100", [var a]) => Checks.RateFits.IsPossible(a, figure.Value, digit),
            ("/x*100", [var a]) => Checks.RateFits.Of(a, decimal.Round(a * 100 / figure.Value), figure.Value, digit) != Checks.RateFit.None,
            _ => false,
        };
    }

    private static decimal Digit(decimal value)
    {
        var digit = 1m;
        while (value % digit != 0)
        {
            digit /= 10;
        }
        return digit;
    }
}
