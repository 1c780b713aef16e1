using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Evaluation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Appraisals;

/// <summary>The lines of a sheet as a table: units in the order of their codes, never by how they did.</summary>
internal sealed record Sheet(IReadOnlyList<SheetRow> Rows)
{
    public static IReadOnlyList<Measure> Columns { get; } = Enum.GetValues<Measure>();

    /// <param name="db">Where it is.</param>
    /// <param name="appraisal">Of which sheet.</param>
    /// <param name="units">Only these; null for all.</param>
    /// <param name="offices">Their codes.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<Sheet> ReadAsync(ZhuoluoContext db, long appraisal, IReadOnlyList<long>? units, OfficesSnapshot offices, CancellationToken cancel)
    {
        var lines = await db.Set<AppraisalLine>().AsNoTracking().Where(l => l.AppraisalId == appraisal).ToListAsync(cancel);
        return new Sheet([.. lines.Where(l => units?.Contains(l.UnitId) != false).GroupBy(l => l.UnitId)
            .OrderBy(g => offices.Unit(g.Key)?.Code, StringComparer.Ordinal).Select(g => new SheetRow(g.Key, g.ToDictionary(l => l.Measure)))]);
    }

    public byte[] ToCsv(OfficesSnapshot offices, Func<Measure, string> name, Func<string, string> word) => Foundation.CsvText.Of(
        [word("unit-code"), word("unit"), .. Columns.SelectMany(m => m.IsRate() ? (IEnumerable<string>)[name(m) + word("part"), word("whole"), word("percent")] : [name(m), word("under-way")])],
        Rows.Select(r => (IReadOnlyList<string>)[offices.Unit(r.UnitId)?.Code ?? "", offices.Unit(r.UnitId)?.Name ?? "", .. Columns.SelectMany(r.Cells)]));
}

internal sealed record SheetRow(long UnitId, IReadOnlyDictionary<Measure, AppraisalLine> Lines)
{
    public (long Part, long Whole) this[Measure measure] => Lines.TryGetValue(measure, out var line) ? (line.Part, line.Whole) : (0, 0);

    /// <summary>Null for what is no rate.</summary>
    public Rate? RateOf(Measure measure) => measure.IsRate() ? new Rate(this[measure].Part, (int)this[measure].Whole) : null;

    public IEnumerable<string> Cells(Measure measure)
    {
        var (part, whole) = this[measure];
        yield return part.ToString(CultureInfo.InvariantCulture);
        yield return whole.ToString(CultureInfo.InvariantCulture);
        if (RateOf(measure) is { } rate)
        {
            yield return rate.Shown?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
        }
    }
}
