using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Figures.Stating;

/// <summary>A stated figure read back: what it was made of, what it proves, and what became of its records since.</summary>
internal sealed class StatedReading(ZhuoluoContext db, FigureCounter counter, FigureSources sources, Offices offices, Kept kept)
{
    /// <summary>Records shown on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Of how many it is said over all pages how many the reader may not see: each of them is looked up, a thousand in some two milliseconds.</summary>
    public const int MostLookedUp = 5000;

    public async Task<StatedFigure?> FindAsync(long id, bool isPublic, CancellationToken cancel) =>
        await db.Set<StatedFigure>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && (!isPublic || s.IsPublic), cancel);

    /// <summary>The definition first, then those of which it is made.</summary>
    public static IReadOnlyList<FigureDefinition> Definitions(StatedFigure stated) => stated.Made.All;

    public FigureScope Scope(StatedFigure stated) => new() { Unit = stated.UnitCode is { } code ? offices.Current.UnitByCode(code) : null, Town = stated.Town, From = stated.From, To = stated.To };

    /// <summary>How it and those of which it is made were counted, in the order of the definitions.</summary>
    public async Task<IReadOnlyList<string>> HowAsync(IReadOnlyList<FigureDefinition> definitions, Texts texts, CancellationToken cancel)
    {
        var (shelf, names) = (new FigureShelf(definitions), await FigureNames.ReadAsync(db, sources, definitions, cancel));
        return [.. definitions.Select(d => texts.HowCounted(d, shelf, sources, names))];
    }

    /// <summary>What it comes to now by the definition of then.</summary>
    public Task<FigureValue> NowAsync(StatedFigure stated, DateTimeOffset now, CancellationToken cancel)
    {
        var shelf = stated.Made;
        return counter.CountAsync(db, shelf.Find(stated.Key)!, shelf, Scope(stated), now, cancel);
    }

    public async Task<IReadOnlyList<StatedRecords>> PartsAsync(long id, CancellationToken cancel) =>
        await db.Set<StatedRecords>().AsNoTracking().Where(r => r.StatedId == id).OrderBy(r => r.Part).ToListAsync(cancel);

    /// <summary>Whether digest and records belong together; no where the bytes of a list cannot be read any more.</summary>
    public static bool Proves(StatedFigure stated, IReadOnlyList<StatedRecords> parts)
    {
        try
        {
            return FigureDigest.Of(stated, parts.Select(p => (p.Source, p.Count, RecordList.Read(p.Packed, p.Count)))) == stated.Digest;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>The same, kept until something is committed: hashing a hundred thousand records takes longer than the rest of the page.</summary>
    public ValueTask<bool> ProvesAsync(StatedFigure stated, IReadOnlyList<StatedRecords> parts, CancellationToken cancel) =>
        kept.GetAsync(("stated figure", stated.Id), () => Task.FromResult(Proves(stated, parts)), cancel);

    /// <summary>The entry that tells of it: in its place in the ledger, or waiting for it; and whether it says the same digest.</summary>
    public async Task<StatedEntry?> EntryAsync(StatedFigure stated, CancellationToken cancel)
    {
        var kind = FigureStatedV1.Kind;
        var placed = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.SubjectId == stated.Id && e.SubjectKind == "stated-figure" && e.Kind == kind).Select(e => new { e.Idx, e.EventId, e.Body }).FirstOrDefaultAsync(cancel);
        var body = placed?.Body;
        return placed is null ? null
            : new StatedEntry(placed.Idx, Convert.ToHexStringLower(placed.EventId), Says(body!, stated.Digest[..32]) && Says(body!, stated.Digest[32..]));
    }

    /// <summary>A page of the records of a part, told as the reader may see them; and how many of all pages the reader may not.</summary>
    public async Task<ToldRecords> RecordsAsync(StatedRecords part, int page, Act? reader, CancellationToken cancel)
    {
        var shown = await ToldAsync(part.Source, ReadOr(part, records => records.Skip((page - 1) * PageSize).Take(PageSize)), reader, cancel);
        return new ToldRecords(part.Count, shown)
        {
            Hidden = part.Count <= PageSize ? ToldRecords.HiddenOf(shown)
                : part.Count > MostLookedUp ? null
                : reader is null ? await kept.GetAsync(("not public", part.StatedId, part.Part), () => HiddenAsync(part, null, cancel), cancel)
                : await HiddenAsync(part, reader, cancel),
        };
    }

    /// <summary>What entered, left or was altered since, by the definition of then.</summary>
    public async Task<StatedChanges> ChangesAsync(StatedFigure stated, StatedRecords part, DateTimeOffset now, Act? reader, CancellationToken cancel)
    {
        var definition = Definitions(stated).Where(d => d.Source is not null).ElementAt(part.Part);
        var then = ReadOr(part, records => records).ToDictionary(r => r.Id);
        List<CountedThen> entered = [], altered = [];
        await foreach (var row in counter.Rows(db, definition, Scope(stated), now).Select(r => new CountedThen(r.Id, r.Amount, r.Stamp)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!then.Remove(row.Id, out var before))
            {
                entered.Add(row);
            }
            else if (before != row)
            {
                altered.Add(row);
            }
        }
        List<CountedThen> left = [.. then.Values.OrderBy(r => r.Id)];
        return new StatedChanges(await FirstAsync(part.Source, entered, reader, cancel), await FirstAsync(part.Source, left, reader, cancel), await FirstAsync(part.Source, altered, reader, cancel));
    }

    private async Task<ToldRecords> FirstAsync(string source, List<CountedThen> records, Act? reader, CancellationToken cancel)
    {
        var shown = await ToldAsync(source, [.. records.Take(PageSize)], reader, cancel);
        return new ToldRecords(records.Count, shown)
        {
            Hidden = records.Count <= PageSize ? ToldRecords.HiddenOf(shown) : records.Count > MostLookedUp ? null : await HiddenAsync(source, records, reader, cancel),
        };
    }

    private Task<int> HiddenAsync(StatedRecords part, Act? reader, CancellationToken cancel) => HiddenAsync(part.Source, ReadOr(part, records => records), reader, cancel);

    private async Task<int> HiddenAsync(string source, List<CountedThen> records, Act? reader, CancellationToken cancel)
    {
        var ids = records.Select(r => r.Id).ToList();
        return ids.Count - (sources.Find(source)!.Seen(db, reader) is { } seen ? await seen.CountAsync(id => ids.Contains(id), cancel) : 0);
    }

    // None where the bytes cannot be read any more: the page then says that the figure does not prove itself.
    private static List<CountedThen> ReadOr(StatedRecords part, Func<IEnumerable<CountedThen>, IEnumerable<CountedThen>> which)
    {
        try
        {
            return [.. which(RecordList.Read(part.Packed, part.Count))];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<(CountedThen, CountedRecord?)>> ToldAsync(string source, IReadOnlyList<CountedThen> records, Act? reader, CancellationToken cancel)
    {
        var told = (await sources.Find(source)!.TellAsync(db, [.. records.Select(r => r.Id)], reader, cancel)).ToDictionary(r => r.Id);
        return [.. records.Select(r => (r, told.GetValueOrDefault(r.Id)))];
    }

    private static bool Says(byte[] body, string words) => body.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes($"\"{words}\"")) >= 0;
}

/// <param name="Idx">Its place.</param>
/// <param name="EventId">By which its receipt is fetched.</param>
/// <param name="Agrees">It says the digest of the figure.</param>
internal sealed record StatedEntry(long Idx, string EventId, bool Agrees);

internal sealed record StatedChanges(ToldRecords Entered, ToldRecords Left, ToldRecords Altered)
{
    public bool IsNone => Entered.Count + Left.Count + Altered.Count == 0;
}
