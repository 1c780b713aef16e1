namespace Zhuoluo.Data;

/// <summary>An entry that is durable but not yet in its place. Written in the transaction of the change that it tells of.</summary>
internal sealed class PendingEntry
{
    public required long Id { get; init; }
    public required byte[] EventId { get; init; }
    public required byte[] Body { get; init; }
    public required string Kind { get; init; }
    public required string SubjectKind { get; init; }
    public required long SubjectId { get; init; }
}

/// <summary>
/// One line of the ledger at its final index. <see cref="Body"/> is the whole evidence and never changes;
/// kind and subject stand beside it for followers and are not part of what is proved.
/// </summary>
internal sealed class LedgerEntry
{
    public required long Idx { get; init; }
    public required byte[] EventId { get; init; }
    public required byte[] Body { get; init; }
    public required string Kind { get; init; }
    public required string SubjectKind { get; init; }
    public required long SubjectId { get; init; }
}

/// <summary>One row; the lock of the sequencer.</summary>
internal sealed class LedgerHead
{
    public required int Id { get; init; }

    /// <summary>Entries in all years together; the next one gets this as its <see cref="LedgerEntry.Idx"/>.</summary>
    public required long Size { get; set; }

    /// <summary>The year whose tree grows; 0 while there is none.</summary>
    public required int Year { get; set; }

    /// <summary>Root of that tree; empty while there is none.</summary>
    public required byte[] Root { get; set; }
}

/// <summary>The opening of one commitment, sealed under the key of its subject. Deleting the key erases it (ledger.md section 10).</summary>
internal sealed class SealedOpening
{
    public required byte[] EventId { get; init; }
    public required string Class { get; init; }
    public required long KeyId { get; init; }
    public required byte[] Sealed { get; init; }
}

/// <summary>A data key of one subject, wrapped by the master key. What it sealed is unreadable once it is gone.</summary>
internal sealed class SubjectKey
{
    public required long Id { get; init; }
    public required byte[] Wrapped { get; init; }
    public bool LegalHold { get; set; }
}

/// <summary>How far a follower has read: it has done everything before <see cref="Next"/>.</summary>
internal sealed class FollowerPosition
{
    public required string Name { get; init; }
    public required long Next { get; set; }
}

/// <summary>A form or request that was already done, so that sending it twice does it once.</summary>
internal sealed class OnceKey
{
    public required byte[] Hash { get; init; }
    public required long ResultId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Digest of the request that came with the key, where the edge gave one: the key is good for that request alone.</summary>
    public byte[]? Print { get; init; }
}
