using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures.Stating;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures.ShowStated;

/// <summary>All that a page of a stated figure shows, for staff and for the public: without a reader, public records only.</summary>
internal sealed record StatedView
{
    /// <summary>With more records than this the comparison is made when it is asked for.</summary>
    private const int FewRecords = 2000;

    public required StatedFigure Stated { get; init; }
    public required IReadOnlyList<FigureDefinition> Definitions { get; init; }

    /// <summary>The sentence of each definition.</summary>
    public required IReadOnlyList<string> How { get; init; }
    public required FigureValue Now { get; init; }
    public required StatedEntry? Entry { get; init; }

    /// <summary>Digest and list of records belong together.</summary>
    public required bool Proves { get; init; }
    public required IReadOnlyList<StatedRecords> Parts { get; init; }
    public required int Part { get; init; }
    public required int Number { get; init; }
    public required ToldRecords Records { get; init; }

    /// <summary>Null where it was not asked for.</summary>
    public required StatedChanges? Changes { get; init; }
    public required IReadOnlyList<StatedFigure> SupersededBy { get; init; }
    public required bool IsPublic { get; init; }

    public FigureDefinition Figure => Definitions[0];

    /// <summary>The counted definition to which a part belongs.</summary>
    public FigureDefinition Counted(int part) => Definitions.Where(d => d.Source is not null).ElementAt(part);

    public bool HasMoved => Now.Thousandths != Stated.Value;

    public string Address => (IsPublic ? "/public/figures/" : "/figures/stated/") + Stated.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<StatedView?> ReadAsync(StatedReading reading, ZhuoluoContext db, Texts texts, long id, int part, int page, bool withChanges, Act act, bool isPublic, CancellationToken cancel)
    {
        if (await reading.FindAsync(id, isPublic, cancel) is not { } stated)
        {
            return null;
        }
        var reader = isPublic ? null : act;
        var parts = await reading.PartsAsync(id, cancel);
        var shown = Math.Clamp(part, 0, Math.Max(0, parts.Count - 1));
        var number = parts.Count == 0 ? 1 : Math.Clamp(page, 1, Math.Max(1, (parts[shown].Count + StatedReading.PageSize - 1) / StatedReading.PageSize));
        return new StatedView
        {
            Stated = stated,
            Definitions = StatedReading.Definitions(stated),
            How = await reading.HowAsync(StatedReading.Definitions(stated), texts, cancel),
            Now = await reading.NowAsync(stated, act.At, cancel),
            Entry = await reading.EntryAsync(stated, cancel),
            Proves = await reading.ProvesAsync(stated, parts, cancel),
            Parts = parts,
            Part = shown,
            Number = number,
            Records = parts.Count == 0 ? ToldRecords.None : await reading.RecordsAsync(parts[shown], number, reader, cancel),
            Changes = parts.Count > 0 && (withChanges || parts[shown].Count <= FewRecords) ? await reading.ChangesAsync(stated, parts[shown], act.At, reader, cancel) : null,
            SupersededBy = await db.Set<StatedFigure>().AsNoTracking().Where(s => s.SupersedesId == id && (!isPublic || s.IsPublic)).OrderBy(s => s.Id).ToListAsync(cancel),
            IsPublic = isPublic,
        };
    }
}
