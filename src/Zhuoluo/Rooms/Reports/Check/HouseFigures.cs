using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Language.Checks;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Reports.Check;

/// <summary>The figures of this house as a book that a draft is held against: for a period where one is given, beside what they are whenever and the year before.</summary>
internal sealed class HouseFigures(IDbContextFactory<ZhuoluoContext> reads, FigureBook book, FigureCounter counter, Offices offices)
{
    public async Task<IFigureBook> ReadAsync(FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var shelf = await book.ReadAsync(db, cancel);
        List<NamedFigure> named = [];
        foreach (var figure in shelf.Offered)
        {
            var value = await counter.CountAsync(db, figure, shelf, scope, now, cancel);
            if (value.Value is not { } counted)
            {
                continue;
            }
            List<KnownFigure> others = [];
            if (scope.From is not null && figure.Day is not null)
            {
                others.AddRange(Known(await counter.CountAsync(db, figure, shelf, FigureScope.All, now, cancel), null));
                others.AddRange(Known(await counter.CountAsync(db, figure, shelf, scope.YearBefore(), now, cancel), scope.YearBefore().To));
            }
            named.Add(new NamedFigure(new KnownFigure(figure.Key, figure.Name, counted, figure.Unit, scope.To), [figure.Name, .. figure.Aliases], others));
        }
        var parts = offices.Current.Places.Where(p => p.Code.Length == 9).Select(p => p.Name).Concat(offices.Current.Units.Where(u => u.ParentId is not null && u.Kind is not (UnitKind.Village or UnitKind.Window)).Select(u => u.Name));
        return new NamedFigures(named, [.. parts.Distinct()]);
    }

    private static IEnumerable<KnownFigure> Known(FigureValue value, DateOnly? asOf) =>
        value.Value is { } counted ? [new KnownFigure(value.Definition.Key, value.Definition.Name, counted, value.Definition.Unit, asOf)] : [];
}
