using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures.ShowMatrix;

/// <summary>Figures down, units or months across; one query a figure. A unit's cell counts what lies below it too, so that it equals the page it opens.</summary>
internal sealed class FigureMatrix(FigureCounter counter, Offices offices)
{
    public const int MostColumns = 30;

    public async Task<MatrixTable> ReadAsync(ZhuoluoContext db, FigureShelf shelf, FigureScope scope, bool isByMonth, string? group, FigureMoment now, CancellationToken cancel)
    {
        var figures = shelf.Offered.Where(f => FigureCounter.IsAdditive(f) && (group is null || f.Group == group) && (!isByMonth || f.Day is not null)).ToList();
        return isByMonth ? await MonthsAsync(db, figures, scope, now, cancel) : await UnitsAsync(db, figures, scope, now, cancel);
    }

    private async Task<MatrixTable> MonthsAsync(ZhuoluoContext db, List<FigureDefinition> figures, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        List<(FigureDefinition, IReadOnlyDictionary<DateOnly, decimal>)> found = [];
        foreach (var figure in figures)
        {
            found.Add((figure, await counter.ByMonthAsync(db, figure, scope, now, cancel)));
        }
        var months = found.SelectMany(f => f.Item2.Keys).Distinct().OrderDescending().Take(MostColumns).Order().ToList();
        var columns = months.ConvertAll(m => new MatrixColumn(m.ToString("yyyy-MM", CultureInfo.InvariantCulture), scope with { From = m, To = m.AddMonths(1).AddDays(-1) }));
        return new MatrixTable(columns, [.. found.Select(f => new MatrixRow(f.Item1, [.. months.Select(m => f.Item2.GetValueOrDefault(m))]))]);
    }

    private async Task<MatrixTable> UnitsAsync(ZhuoluoContext db, List<FigureDefinition> figures, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        List<(FigureDefinition, IReadOnlyDictionary<long, decimal>)> found = [];
        foreach (var figure in figures)
        {
            found.Add((figure, await counter.ByUnitAsync(db, figure, scope, now, cancel)));
        }
        var used = found.SelectMany(f => f.Item2.Keys).Distinct().Select(offices.Current.Unit).OfType<Unit>().ToList();
        // Villages and windows are counted with the unit above them; the house itself is everything.
        var units = offices.Current.Units.Where(u => u.Kind is not (UnitKind.Village or UnitKind.Window) && u.ParentId is not null && used.Any(o => o.IsUnder(u))).Take(MostColumns).ToList();
        var under = units.ConvertAll(u => used.Where(o => o.IsUnder(u)).Select(o => o.Id).ToList());
        return new MatrixTable(
            units.ConvertAll(u => new MatrixColumn(u.Name, scope with { Unit = u })),
            [.. found.Select(f => new MatrixRow(f.Item1, [.. under.Select(ids => ids.Sum(id => f.Item2.GetValueOrDefault(id)))]))]);
    }
}

internal sealed record MatrixTable(IReadOnlyList<MatrixColumn> Columns, IReadOnlyList<MatrixRow> Rows);

internal sealed record MatrixColumn(string Name, FigureScope Scope);

internal sealed record MatrixRow(FigureDefinition Figure, IReadOnlyList<decimal> Values);
