using Zhuoluo.Data;
using Zhuoluo.Rooms.Figures.Defining;

namespace Zhuoluo.Rooms.Figures.Reconciling;

/// <summary>Sums that must be equal: the equations of the catalogue, and for every figure that can be broken down its units against its total, and its tallies against its records.</summary>
internal sealed class Reconciliation(FigureCounter counter, FigureSources sources)
{
    /// <summary>Everything; in the order of the catalogue.</summary>
    public async Task<IReadOnlyList<CheckedSum>> RunAsync(ZhuoluoContext db, FigureShelf shelf, DateTimeOffset now, CancellationToken cancel)
    {
        List<CheckedSum> found = [];
        foreach (var equation in Equations(shelf))
        {
            found.Add(await RunAsync(db, shelf, equation, now, cancel));
        }
        foreach (var figure in shelf.Offered.Where(FigureCounter.IsAdditive))
        {
            found.AddRange(await UnitsAsync(db, shelf, figure, now, cancel));
        }
        return found;
    }

    /// <summary>The first equation with one of these figures that does not hold.</summary>
    public async Task<SumsDisagree?> FirstFailureAsync(ZhuoluoContext db, FigureShelf shelf, IReadOnlySet<string> keys, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var equation in Equations(shelf).Where(e => e.Left.Concat(e.Right).Any(keys.Contains)))
        {
            if (await RunAsync(db, shelf, equation, now, cancel) is { Holds: false } failed)
            {
                return new SumsDisagree(equation.Name, failed.Left, failed.Right);
            }
        }
        return null;
    }

    /// <summary>Those whose figures are all on the shelf.</summary>
    public static IEnumerable<FigureEquation> Equations(FigureShelf shelf) => ShippedFigures.Checks.Where(e => e.Left.Concat(e.Right).All(k => shelf.Find(k) is not null));

    private async Task<CheckedSum> RunAsync(ZhuoluoContext db, FigureShelf shelf, FigureEquation equation, DateTimeOffset now, CancellationToken cancel) =>
        new(equation.Code, CheckKind.Equation, equation.Name, equation.English, await SumAsync(db, shelf, equation.Left, now, cancel), await SumAsync(db, shelf, equation.Right, now, cancel));

    private async Task<long> SumAsync(ZhuoluoContext db, FigureShelf shelf, IReadOnlyList<string> keys, DateTimeOffset now, CancellationToken cancel)
    {
        var sum = 0L;
        foreach (var key in keys)
        {
            sum += (await counter.CountAsync(db, shelf.Find(key)!, shelf, FigureScope.All, now, cancel)).Thousandths ?? 0;
        }
        return sum;
    }

    // What no unit answers for belongs to the total all the same.
    private async Task<IReadOnlyList<CheckedSum>> UnitsAsync(ZhuoluoContext db, FigureShelf shelf, FigureDefinition figure, DateTimeOffset now, CancellationToken cancel)
    {
        var units = await counter.RecordsByUnitAsync(db, figure, FigureScope.All, now, cancel);
        var total = (await counter.CountAsync(db, figure, shelf, FigureScope.All, now, cancel)).Thousandths ?? 0;
        var sum = new CheckedSum("units." + figure.Key, CheckKind.Units, figure.Name, figure.English ?? figure.Name, (long)(units.Values.Sum() * 1000m), total);
        var quick = figure.Measure == FigureMeasure.Count ? await sources.Of(figure).QuickAsync(db, counter.Ask(figure, now), FigureScope.All, cancel) : null;
        return quick is { } told ? [sum, sum with { Code = "tallies." + figure.Key, Kind = CheckKind.Tallies, Right = told * 1000 }] : [sum];
    }
}

internal enum CheckKind { Equation = 1, Units = 2, Tallies = 3 }

/// <summary>Two sides in thousandths.</summary>
internal sealed record CheckedSum(string Code, CheckKind Kind, string Name, string English, long Left, long Right)
{
    public bool Holds => Left == Right;
}
