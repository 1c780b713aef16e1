namespace Zhuoluo.Rooms.Exchange;

/// <summary>One export that was asked for on a page or by a program; its file lies in the data folder until it expires.</summary>
internal sealed class ExportRun
{
    public required long Id { get; init; }
    public required ExportContent Content { get; init; }
    public required ExportFormat Format { get; init; }
    public required ExportState State { get; set; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>From then on nobody gets the file, and it is removed.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
    public required string Office { get; init; }

    /// <summary>Only who asked for it gets it.</summary>
    public long? PersonId { get; init; }
    public required string PersonName { get; init; }
    public string? Reason { get; init; }
    public long RowsWritten { get; set; }
    public long? RowsTotal { get; set; }
    public long Bytes { get; set; }
    public bool IsStopAsked { get; set; }
    public string? Fault { get; set; }
}

/// <summary>What goes out. Numbers are stored; never renumber.</summary>
internal enum ExportContent
{
    /// <summary>Everything a county owns without personal data: no names, contacts, texts of requesters and staff; no confidential matters.</summary>
    Office = 1,

    /// <summary>The same with texts and names, in the clear; contacts stay sealed and stay behind. By an operator, with a reason.</summary>
    Personal = 2,

    /// <summary>The whole house with accounts, sealed contacts and ledger, under a passphrase.</summary>
    Move = 3,
}

internal enum ExportFormat { Jsonl = 1, Csv = 2, Xlsx = 3 }

/// <summary>Numbers are stored; never renumber.</summary>
internal enum ExportState { Waiting = 1, Running = 2, Stopped = 3, Done = 4, Failed = 5 }
