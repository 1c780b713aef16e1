namespace Zhuoluo.Rooms.Matters;

/// <summary>What one person asks for and another decides: declining, returning, extending, suspending. The two are never the same person.</summary>
internal sealed class Proposal
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required ProposalKind Kind { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public long? ProposedById { get; init; }
    public string ProposedByName { get; init; } = "";
    public long? ProposedForUnitId { get; init; }
    public string? ReasonCode { get; init; }
    public required string Reason { get; init; }

    /// <summary>Legal basis of a return, plan of a suspension.</summary>
    public string? Detail { get; init; }

    /// <summary>An extension's limit such as 5wd.</summary>
    public string? Limit { get; init; }
    public DateOnly? ReviewOn { get; init; }
    public DateTimeOffset? DecidedAt { get; set; }
    public long? DecidedById { get; set; }
    public string DecidedByName { get; set; } = "";
    public bool? IsApproved { get; set; }
    public string? DecisionNote { get; set; }
}

internal enum ProposalKind { Decline = 1, Return = 2, Extension = 3, Suspension = 4, WindowEscalation = 5 }
