using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures;

/// <summary>
/// What figures come to now. One query a counted definition, whatever there is to count; from tallies where a source has them. A rate or total asks for
/// its parts.
/// </summary>
internal sealed class FigureCounter(FigureSources sources, Offices offices)
{
    public async Task<FigureValue> CountAsync(ZhuoluoContext db, FigureDefinition definition, FigureShelf shelf, FigureScope scope, FigureMoment now, CancellationToken cancel) => definition.Measure switch
    {
        FigureMeasure.Rate => await RateAsync(db, definition, shelf, scope, now, cancel),
        FigureMeasure.Total => await TotalAsync(db, definition, shelf, scope, now, cancel),
        FigureMeasure.External => await ToldAsync(db, definition, scope, cancel),
        _ => await RecordsAsync(db, definition, scope, now, cancel),
    };

    /// <summary>The records of a counted definition, for lists and for stating.</summary>
    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureDefinition definition, FigureScope scope, FigureMoment now)
    {
        var rows = sources.Of(definition).Rows(db, Ask(definition, now, scope.To));
        if (definition.Day is not null)
        {
            rows = scope.From is { } from ? rows.Where(r => r.Day >= from) : rows;
            rows = scope.To is { } to ? rows.Where(r => r.Day <= to) : rows;
        }
        if (scope.Unit is { } top)
        {
            var units = offices.Current.Subtree(top).Select(u => u.Id).ToList();
            rows = rows.Where(r => units.Contains(r.UnitId));
        }
        return scope.Town is { } town ? rows.Where(r => r.Town == town) : rows;
    }

    /// <summary>By unit id: what stands under each unit itself, without those below it. Only of what is counted or added up.</summary>
    public async Task<IReadOnlyDictionary<long, decimal>> ByUnitAsync(ZhuoluoContext db, FigureDefinition definition, FigureScope scope, FigureMoment now, CancellationToken cancel) =>
        definition.Measure == FigureMeasure.Count && await sources.Of(definition).QuickByUnitAsync(db, Ask(definition, now), scope, cancel) is { } quick
            ? quick.ToDictionary(u => u.Key, u => (decimal)u.Value)
            : await RecordsByUnitAsync(db, definition, scope, now, cancel);

    /// <summary>The same from the records themselves: what tallies are held against.</summary>
    public async Task<IReadOnlyDictionary<long, decimal>> RecordsByUnitAsync(ZhuoluoContext db, FigureDefinition definition, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        var groups = await Rows(db, definition, scope, now).GroupBy(r => r.UnitId).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(r => r.Amount) }).ToListAsync(cancel);
        return groups.ToDictionary(g => g.Key, g => Told(definition, g.Count, g.Sum));
    }

    /// <summary>By the first day of each month in which there is something.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, decimal>> ByMonthAsync(ZhuoluoContext db, FigureDefinition definition, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        if (definition.Measure == FigureMeasure.Count && await sources.Of(definition).QuickByMonthAsync(db, Ask(definition, now), scope, cancel) is { } quick)
        {
            return quick.ToDictionary(m => m.Key, m => (decimal)m.Value);
        }
        var days = await Rows(db, definition, scope, now).Where(r => r.Day != null).GroupBy(r => r.Day).Select(g => new { g.Key, Count = g.LongCount(), Sum = g.Sum(r => r.Amount) }).ToListAsync(cancel);
        return days.GroupBy(d => new DateOnly(d.Key!.Value.Year, d.Key.Value.Month, 1)).ToDictionary(g => g.Key, g => Told(definition, g.Sum(d => d.Count), g.Sum(d => d.Sum)));
    }

    /// <param name="definition">Of what is counted.</param>
    /// <param name="now">When.</param>
    /// <param name="last">Of the period: that day's weights are taken; today's where there is none.</param>
    public FigureAsk Ask(FigureDefinition definition, FigureMoment now, DateOnly? last = null)
    {
        var ask = new FigureAsk(definition.Where, definition.Day, definition.Amount, offices.Current, now);
        return definition.Weights is { Count: > 0 } all ? ask with { Weights = all.LastOrDefault(w => w.From <= (last ?? ask.Today)) ?? all[0] } : ask;
    }

    /// <summary>Whether it can be broken down by adding up.</summary>
    public static bool IsAdditive(FigureDefinition definition) => definition.Measure is FigureMeasure.Count or FigureMeasure.Sum;

    private async Task<FigureValue> RecordsAsync(ZhuoluoContext db, FigureDefinition definition, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        if (definition.Measure == FigureMeasure.Count && await sources.Of(definition).QuickAsync(db, Ask(definition, now), scope, cancel) is { } quick)
        {
            return new FigureValue(definition, scope, quick) { Records = quick };
        }
        var rows = Rows(db, definition, scope, now);
        if (definition.Measure == FigureMeasure.Distinct)
        {
            var apart = await rows.Where(r => r.Key != null).Select(r => r.Key).Distinct().LongCountAsync(cancel);
            return new FigureValue(definition, scope, apart) { Records = await rows.LongCountAsync(cancel) };
        }
        var found = await rows.GroupBy(_ => 1).Select(g => new { Count = g.LongCount(), Sum = g.Sum(r => r.Amount) }).SingleOrDefaultAsync(cancel);
        return new FigureValue(definition, scope, Told(definition, found?.Count ?? 0, found?.Sum ?? 0)) { Records = found?.Count ?? 0 };
    }

    private async Task<FigureValue> RateAsync(ZhuoluoContext db, FigureDefinition definition, FigureShelf shelf, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        var numerator = await PartAsync(db, definition.Of[0], shelf, scope, now, cancel);
        var denominator = await PartAsync(db, definition.Of[1], shelf, scope, now, cancel);
        var excluded = definition.Excluded is { } key ? await PartAsync(db, key, shelf, scope, now, cancel) : null;
        var rate = numerator.Value is { } part && denominator.Value is { } whole && whole != 0 ? FigureValue.Rounded(100m * part / whole, definition.Decimals) : (decimal?)null;
        return new FigureValue(definition, scope, rate) { Records = numerator.Records, Numerator = numerator.Value, Denominator = denominator.Value, Excluded = excluded?.Value };
    }

    private async Task<FigureValue> TotalAsync(ZhuoluoContext db, FigureDefinition definition, FigureShelf shelf, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        var (sum, records) = (0m, 0L);
        foreach (var key in definition.Of)
        {
            var part = await PartAsync(db, key, shelf, scope, now, cancel);
            (sum, records) = (sum + (part.Value ?? 0), records + part.Records);
        }
        return new FigureValue(definition, scope, sum) { Records = records };
    }

    private Task<FigureValue> PartAsync(ZhuoluoContext db, string key, FigureShelf shelf, FigureScope scope, FigureMoment now, CancellationToken cancel) =>
        CountAsync(db, shelf.Find(key) ?? throw new InvalidOperationException($"There is no figure {key}."), shelf, scope, now, cancel);

    // The period asked for, or the last one told; the last word on it.
    private static async Task<FigureValue> ToldAsync(ZhuoluoContext db, FigureDefinition definition, FigureScope scope, CancellationToken cancel)
    {
        var told = db.Set<ExternalValue>().AsNoTracking().Where(v => v.Key == definition.Key);
        told = (scope.From, scope.To) is ({ } from, { } to) ? told.Where(v => v.From == from && v.To == to) : told;
        var last = scope.IsWhole ? await told.OrderByDescending(v => v.To).ThenByDescending(v => v.Id).FirstOrDefaultAsync(cancel) : null;
        return new FigureValue(definition, scope, last is null ? null : last.Value / 1000m) { IsEstimate = last?.IsEstimate ?? false, ToldBy = last?.ToldBy, Records = last is null ? 0 : 1 };
    }

    private decimal Told(FigureDefinition definition, long count, long sum) => definition.Measure == FigureMeasure.Count ? count
        : FigureValue.Rounded(sum / (decimal)sources.Of(definition).Amounts.Single(a => a.Name == definition.Amount).Parts, Math.Min(definition.Decimals, 3));
}
