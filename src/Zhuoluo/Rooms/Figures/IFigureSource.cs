using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures;

/// <summary>
/// Something of a room that can be counted. A room becomes countable, reportable and provable by declaring these; Figures never looks into its tables.
/// Confidential records are in no source (rules F5.2).
/// </summary>
internal interface IFigureSource
{
    string Key { get; }

    /// <summary>What may be asked for; anything else is refused when a figure is defined.</summary>
    IReadOnlyList<FigureTrait> Traits { get; }

    /// <summary>Names of the dates a record has, the usual one first.</summary>
    IReadOnlyList<string> Days { get; }
    IReadOnlyList<FigureAmount> Amounts { get; }

    /// <summary>The records under the conditions, whatever their day, unit and place.</summary>
    IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask);

    /// <summary>Ids of the records that the reader may see, without a reader of those that are public; null where nobody like the reader sees any.</summary>
    IQueryable<long>? Seen(ZhuoluoContext db, Act? reader);

    /// <summary>Those of the ids that the reader may see, in the order of the ids; without a reader, those that are public.</summary>
    Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel);

    /// <summary>The same count from tallies, at a cost that does not grow; null where no tally knows the conditions.</summary>
    Task<long?> QuickAsync(ZhuoluoContext db, FigureAsk ask, FigureScope scope, CancellationToken cancel) => Task.FromResult<long?>(null);

    /// <summary>The same count for each unit itself, 0 where none answers, from tallies; null where no tally knows the conditions.</summary>
    Task<IReadOnlyDictionary<long, long>?> QuickByUnitAsync(ZhuoluoContext db, FigureAsk ask, FigureScope scope, CancellationToken cancel) => Task.FromResult<IReadOnlyDictionary<long, long>?>(null);

    /// <summary>The same count by the first day of each month, from tallies; null where no tally knows the conditions.</summary>
    Task<IReadOnlyDictionary<DateOnly, long>?> QuickByMonthAsync(ZhuoluoContext db, FigureAsk ask, FigureScope scope, CancellationToken cancel) => Task.FromResult<IReadOnlyDictionary<DateOnly, long>?>(null);
}

/// <summary>What decides which records and which of their dates and amounts.</summary>
internal sealed record FigureAsk(IReadOnlyDictionary<string, string> Where, string? Day, string? Amount, OfficesSnapshot Offices, FigureMoment Moment)
{
    public DateOnly Today => LocalDay.Of(Moment.At);

    /// <summary>Those that hold, where grades are added up by weight.</summary>
    public FigureWeights? Weights { get; init; }

    public string? this[string name] => Where.GetValueOrDefault(name);

    public T? Read<T>(string name)
        where T : struct, Enum => this[name] is { } word ? Word<T>.Read(word) : null;
}

/// <summary>One record as it is counted.</summary>
internal sealed record Countable
{
    public long Id { get; init; }

    /// <summary>In parts of the amount's unit; 1 where nothing is added up.</summary>
    public long Amount { get; init; }

    /// <summary>What is told apart; never shown.</summary>
    public string? Key { get; init; }

    /// <summary>0 where no unit answers for it.</summary>
    public long UnitId { get; init; }
    public string Town { get; init; } = "";
    public DateOnly? Day { get; init; }

    /// <summary>Grows with every change of the record.</summary>
    public long Stamp { get; init; }
}

/// <summary>Codes with what people call them, in one query; a code that is no more is left out. Without codes, those that can be asked for now.</summary>
internal delegate Task<IReadOnlyDictionary<string, string>> NamesOfCodes(ZhuoluoContext db, IReadOnlyCollection<string>? codes, CancellationToken cancel);

/// <param name="Name">As conditions say it.</param>
/// <param name="Words">The words it may have; null for a code that the office gives.</param>
/// <param name="Text">Beginning of the texts' keys for those words.</param>
internal sealed record FigureTrait(string Name, IReadOnlyList<string>? Words = null, string? Text = null)
{
    /// <summary>What the codes that the office gives are called; null where a word says itself what it means.</summary>
    public NamesOfCodes? Names { get; init; }

    /// <summary>Its words are units of measure.</summary>
    public bool IsMeasure { get; init; }

    public bool IsYesNo => Words is [FigureTraits.Yes, FigureTraits.No];

    public static FigureTrait Of<T>(string name, string text)
        where T : struct, Enum => new(name, [.. Enum.GetValues<T>().Select(Word<T>.Of)], text);
}

/// <param name="Name">As definitions say it.</param>
/// <param name="Parts">How many of the stored parts make one of the unit: 100 for yuan in fen.</param>
/// <param name="IsApart">It is told apart, not added up.</param>
internal sealed record FigureAmount(string Name, int Parts = 1, bool IsApart = false)
{
    /// <summary>By which grades are added up; null for what is added up as it is.</summary>
    public VersionsOfWeights? Weights { get; init; }
}

/// <param name="Id">As counted.</param>
/// <param name="Name">As people know it.</param>
/// <param name="Href">Where the reader opens it.</param>
internal sealed record CountedRecord(long Id, string Name, string? Href);
