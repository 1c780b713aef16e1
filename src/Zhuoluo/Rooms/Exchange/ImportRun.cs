namespace Zhuoluo.Rooms.Exchange;

/// <summary>One file on its way in, with how far it came. The counts move in the transactions of the rows they count.</summary>
internal sealed class ImportRun
{
    public required long Id { get; init; }

    /// <summary>What the rows are, e.g. visits or hall-duty; null until the file has been looked at.</summary>
    public string? Kind { get; set; }

    /// <summary>The word of the one who sent it for what it may be; "" allows all.</summary>
    public required string Allowed { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>The name under which it was sent.</summary>
    public required string Name { get; init; }
    public required string PlaceCode { get; init; }
    public DateOnly? AsOf { get; set; }

    /// <summary>What a person confirmed of headers and columns, as JSON; null takes the proposal.</summary>
    public string? Mapping { get; set; }
    public required ImportState State { get; set; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public required string Office { get; init; }
    public long? PersonId { get; init; }
    public required string PersonName { get; init; }

    /// <summary>Entries read so far, and in the whole file once it has been counted.</summary>
    public int RowsRead { get; set; }
    public int? RowsTotal { get; set; }
    public int Imported { get; set; }

    /// <summary>Exact copies within the file, and rows that an earlier import brought.</summary>
    public int Duplicates { get; set; }
    public int Refused { get; set; }
    public string? LastSheet { get; set; }
    public int LastRow { get; set; }
    public bool IsStopAsked { get; set; }

    /// <summary>Code of the refusal of the whole file, or the name of the fault that ended it.</summary>
    public string? Fault { get; set; }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum ImportState
{
    /// <summary>Waits for a person to confirm the columns.</summary>
    Proposed = 1,

    /// <summary>Confirmed; waits for its turn.</summary>
    Waiting = 2,
    Running = 3,

    /// <summary>Stopped by a person; goes on when asked to.</summary>
    Stopped = 4,
    Done = 5,
    Failed = 6,
}

/// <summary>A row that came in: the same row is known again in every file and every spelling, whatever the file is called.</summary>
internal sealed class ImportRow
{
    /// <summary>16 bytes over kind, county and what makes two rows exact copies.</summary>
    public required byte[] Digest { get; init; }
    public required long RunId { get; init; }

    /// <summary>The matter or shift that the row became.</summary>
    public required long RecordId { get; init; }
}

/// <summary>Why a row did not come in, and where it stands. Holds no cell's content.</summary>
internal sealed class ImportRefusal
{
    public required long Id { get; init; }
    public required long RunId { get; init; }
    public required string Sheet { get; init; }
    public required int Row { get; init; }
    public required int Line { get; init; }
    public string? Cell { get; init; }
    public string? Field { get; init; }
    public required string Reason { get; init; }

    /// <summary>The name that may be meant by a word nearly right.</summary>
    public string? Suggestion { get; init; }
}

/// <summary>What an office has confirmed for one kind of file, taken as the proposal for its next file.</summary>
internal sealed class ImportMapping
{
    public required string Office { get; init; }
    public required string Kind { get; init; }

    /// <summary>JSON of <see cref="Reading.SavedMapping"/>.</summary>
    public required string Mapping { get; set; }
    public required DateTimeOffset SavedAt { get; set; }
}
