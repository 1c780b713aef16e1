namespace Zhuoluo.Rooms.Matters.List;

/// <summary>
/// Which matters, in which order. An address and a filter say the same, so that every number on a screen can be a link to
/// exactly the records it counts. What the reader may not see is left out by <see cref="Sight"/>, never by the filter.
/// </summary>
internal sealed record MatterFilter
{
    public const string Address = "/matters";

    /// <summary>Stands for "has none" in the place of a unit's, a category's or a drive's code.</summary>
    public const string None = "none";

    public static MatterFilter All { get; } = new();

    public StateSet States { get; init; }
    public MatterKind? Kind { get; init; }
    public Channel? Channel { get; init; }
    public MatterOutcome? Outcome { get; init; }
    public Light? Light { get; init; }
    public Trait? With { get; init; }
    public Whose Whose { get; init; }

    /// <summary>Code of the lead unit; units below it count too unless <see cref="IsExact"/>.</summary>
    public string? Unit { get; init; }

    /// <summary>Code of the town; six digits are the county as a whole where no town is known.</summary>
    public string? Town { get; init; }

    /// <summary>Code of the finest known place.</summary>
    public string? Place { get; init; }

    /// <summary>Code of a category; those below it count too unless <see cref="IsExact"/>.</summary>
    public string? Category { get; init; }
    public bool IsExact { get; init; }

    /// <summary>Code of a drive.</summary>
    public string? Drive { get; init; }

    /// <summary>The turn in the hall to which people brought it.</summary>
    public long? Shift { get; init; }
    public DateOnly? OpenedFrom { get; init; }
    public DateOnly? OpenedTo { get; init; }
    public YearMonth? OpenedMonth { get; init; }
    public YearMonth? ClosedMonth { get; init; }

    /// <summary>The day on which the running limit ends.</summary>
    public DateOnly? Due { get; init; }
    public bool? IsConfidential { get; init; }

    /// <summary>Beginning of the number.</summary>
    public string? Number { get; init; }

    /// <summary>Words of the title or the text.</summary>
    public string? Words { get; init; }
    public MatterSort Sort { get; init; }
    public bool IsDense { get; init; }

    /// <summary>Words of <see cref="ListColumn"/> with commas; null for the usual ones.</summary>
    public string? Columns { get; init; }
    public int Page { get; init; } = 1;

    public string Href => Address + FilterAddress.Query(this);

    /// <summary>The same records from the first page on, as a file.</summary>
    public string ExportHref => Address + "/export" + FilterAddress.Query(this with { Page = 1, IsDense = false, Columns = null });

    /// <summary>What narrows the records, without order, density and page.</summary>
    public MatterFilter Narrowing => this with { Sort = default, IsDense = false, Columns = null, Page = 1 };
}

/// <summary>Whose they are, seen from the reader.</summary>
internal enum Whose
{
    Anybody,

    /// <summary>The lead unit is one of the reader's own or below it.</summary>
    Unit,

    /// <summary>A unit of the reader assists.</summary>
    Assist,

    /// <summary>The reader did something to it.</summary>
    Mine,
}

/// <summary>Something about a matter that somebody has to look at.</summary>
internal enum Trait
{
    DueToday,
    RequesterReplied,
    ExtensionAsked,
    SuspensionAsked,
    WindowEscalation,
    BadRating,
    Urged,
    Returned,
    Redone,
    Urgent,
    AtOnce,
    NotCalled,
    AwaitingCheck,
    Public,
}

internal enum MatterSort { Newest, Oldest, Due, Changed }
