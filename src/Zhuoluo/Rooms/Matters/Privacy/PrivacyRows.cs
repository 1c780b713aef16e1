namespace Zhuoluo.Rooms.Matters.Privacy;

/// <summary>What a requester asks about the own data (Personal Information Protection Law articles 44 to 50). The words are sealed under the matter's key.</summary>
internal sealed class DataRequest
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required DataRight Right { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public byte[]? Words { get; set; }
    public required DataRequestState State { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public long? DecidedById { get; set; }
    public string DecidedByName { get; set; } = "";

    /// <summary>What the requester is told; reasons when it is refused (article 50).</summary>
    public string? Answer { get; set; }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum DataRight { Copy = 1, Correct = 2, Erase = 3, Explain = 4, Restrict = 5 }

/// <summary>Numbers are stored; never renumber.</summary>
internal enum DataRequestState { Open = 1, Granted = 2, Refused = 3 }

/// <summary>The personal data of this matter are gone; what is left is a number, a place and days.</summary>
internal sealed class Erasure
{
    public required long MatterId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required ErasureGround Ground { get; init; }
    public required string ByName { get; init; }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum ErasureGround { Request = 1, Retention = 2 }

/// <summary>Nothing of this matter may be erased while it stands: set for a reason, approved by another person, and released so too.</summary>
internal sealed class LegalHold
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public long? AskedById { get; init; }
    public required string AskedByName { get; init; }
    public DateTimeOffset? ApprovedAt { get; set; }
    public string ApprovedByName { get; set; } = "";
    public string? ReleaseReason { get; set; }
    public DateTimeOffset? ReleaseAskedAt { get; set; }
    public long? ReleaseAskedById { get; set; }
    public string ReleaseAskedByName { get; set; } = "";
    public DateTimeOffset? ReleasedAt { get; set; }
    public string ReleasedByName { get; set; } = "";
}

/// <summary>A list of matters whose time of keeping is over. The job proposes it, a person approves it, then it is worked off in batches.</summary>
internal sealed class RetentionRun
{
    public required long Id { get; init; }
    public required DateOnly AsOf { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public required int Matters { get; init; }
    public required RetentionState State { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string DecidedByName { get; set; } = "";
    public string? Note { get; set; }
    public int Erased { get; set; }

    /// <summary>Left alone after all: under a legal hold, or open again.</summary>
    public int Skipped { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum RetentionState { Proposed = 1, Approved = 2, Done = 3, Refused = 4 }

/// <summary>One matter of a run; the done ones are not looked at again when a run goes on after a stop.</summary>
internal sealed class RetentionItem
{
    public required long RunId { get; init; }
    public required long MatterId { get; init; }
    public required string RuleCode { get; init; }
    public DateTimeOffset? DoneAt { get; set; }
}
