using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>Numbers stand in papers; never renumber.</summary>
internal enum Breakdown { Month = 1, Unit = 2 }

/// <summary>
/// Figures by months or by units for the tables and charts of a paper. Only what adds up is broken down: of a rate or of different people the parts do not
/// make the whole (rules A11).
/// </summary>
internal sealed class Breakdowns(FigureCounter counter, Offices offices)
{
    private const int MostUnits = 20;

    // Fewer months than these are no course of things: the year up to the period is shown instead.
    private const int FewestMonths = 3;
    private const int Year = 12;
    private const int MoneyPlaces = 2;
    private static readonly (decimal Scale, string Word)[] _money = [(100_000_000m, "亿元"), (10_000m, "万元"), (1m, "元")];

    public static IReadOnlyDictionary<string, Breakdown> Words { get; } = new Dictionary<string, Breakdown> { ["按月"] = Breakdown.Month, ["按单位"] = Breakdown.Unit };

    /// <summary>Null where one of the figures is unknown, cannot be broken down, has another unit than the first, or knows no days for months.</summary>
    public async Task<ComputedTable?> CountAsync(ZhuoluoContext db, FigureShelf shelf, TextPlace place, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        var figures = place.Figures.Select(name => shelf.Offered.FirstOrDefault(f => f.Name == name)).ToList();
        if (place.By is not { } by || figures.Count == 0 || figures.Exists(f => f is null || !FigureCounter.IsAdditive(f) || f.Unit != figures[0]!.Unit || (by == Breakdown.Month && f.Day is null)))
        {
            return null;
        }
        var known = figures.ConvertAll(f => f!);
        return by == Breakdown.Month ? await ByMonthAsync(db, known, place, scope, now, cancel) : await ByUnitAsync(db, known, place, scope, now, cancel);
    }

    private async Task<ComputedTable> ByMonthAsync(ZhuoluoContext db, List<FigureDefinition> figures, TextPlace place, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        var last = FirstOf(scope.To!.Value);
        var count = ((last.Year - scope.From!.Value.Year) * Year) + last.Month - scope.From.Value.Month + 1;
        var isWhole = count >= FewestMonths;
        var months = Enumerable.Range(1 - (isWhole ? count : Year), isWhole ? count : Year).Select(last.AddMonths).ToList();
        var asked = isWhole ? scope : scope with { From = months[0] };
        var parts = new List<IReadOnlyDictionary<DateOnly, decimal>>();
        foreach (var figure in figures)
        {
            parts.Add(await counter.ByMonthAsync(db, figure, asked, now, cancel));
        }
        var words = DocumentWords.Shipped;
        var isOneYear = months[0].Year == last.Year;
        var rows = months.Select(m => (words.Say(isOneYear ? "of-months" : "month", isOneYear ? m.Month : m.Year, m.Month), parts.Select(p => p.GetValueOrDefault(m)))).ToList();
        return Made(figures, place, rows, isWhole, (name, unit) => isWhole ? words.Say("by-month", name, unit) : words.Say("by-months-before", name, unit, Year));
    }

    private async Task<ComputedTable> ByUnitAsync(ZhuoluoContext db, List<FigureDefinition> figures, TextPlace place, FigureScope scope, FigureMoment now, CancellationToken cancel)
    {
        var parts = new List<IReadOnlyDictionary<long, decimal>>();
        foreach (var figure in figures)
        {
            parts.Add(await counter.ByUnitAsync(db, figure, scope, now, cancel));
        }
        var words = DocumentWords.Shipped;
        var units = parts.SelectMany(p => p.Keys).Distinct().Where(u => u != 0).OrderByDescending(u => parts[0].GetValueOrDefault(u)).ThenBy(u => offices.Current.Unit(u)?.Code, StringComparer.Ordinal).ToList();
        var rows = units.Take(MostUnits).Select(u => (PaperNames.Of(offices.Current, u), parts.Select(p => p.GetValueOrDefault(u)))).ToList();
        AddRest(rows, words.Say("other-units"), [.. units.Skip(MostUnits)], parts);
        AddRest(rows, words.Say("no-unit"), [0], parts);
        return Made(figures, place, rows, hasTotal: true, (name, unit) => words.Say("by-unit", name, unit));
    }

    // What is not shown by itself is in the sum all the same.
    private static void AddRest(List<(string, IEnumerable<decimal>)> rows, string name, List<long> units, List<IReadOnlyDictionary<long, decimal>> parts)
    {
        var rest = parts.ConvertAll(p => units.Sum(u => p.GetValueOrDefault(u)));
        if (rest.Exists(r => r != 0))
        {
            rows.Add((name, rest));
        }
    }

    private static ComputedTable Made(List<FigureDefinition> figures, TextPlace place, List<(string Name, IEnumerable<decimal> Values)> rows, bool hasTotal, Func<string, string, string> caption)
    {
        var words = DocumentWords.Shipped;
        var values = rows.ConvertAll(r => r.Values.ToList());
        var (scale, unit) = figures[0].IsMoney ? Scaled(values) : (1m, figures[0].Unit);
        var shown = values.ConvertAll(r => r.ConvertAll(v => Rounded(v, scale)));
        var totals = figures.Select((_, i) => Rounded(values.Sum(v => v[i]), scale)).ToList();
        var lines = rows.Select((r, i) => Row(r.Name, shown[i])).ToList();
        if (hasTotal && lines.Count > 0)
        {
            lines.Add(Row(words.Say("total"), totals));
        }
        var isRounded = hasTotal && totals.Select((total, i) => total != shown.Sum(r => r[i])).Any(differs => differs);
        return new ComputedTable("breakdown", place.Name, [words.Say(place.By == Breakdown.Month ? "months" : "units"), .. figures.Select(f => f.Name)], lines)
        {
            By = place.By,
            Caption = caption(place.Label, unit) + (isRounded ? words.Say("rounded") : ""),
            FigureKeys = figures.ConvertAll(f => PlacedFigures.KeyPrefix + f.Key),
            HasTotal = hasTotal,
        };
    }

    private static IReadOnlyList<string> Row(string name, IEnumerable<decimal> cells) => [name, .. cells.Select(v => v.ToString("0.###", CultureInfo.InvariantCulture))];

    // Money in the unit of its largest part, with two places; what is no money as it is.
    private static (decimal Scale, string Word) Scaled(List<List<decimal>> values) => _money.First(m => m.Scale == 1 || values.Exists(r => r.Exists(v => v >= m.Scale)));

    private static decimal Rounded(decimal value, decimal scale) => scale == 1 ? value : FigureValue.Rounded(value / scale, MoneyPlaces);

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
