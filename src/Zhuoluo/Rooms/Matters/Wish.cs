using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>
/// A small thing that somebody wishes for and somebody else may give: no unit must, no law sets a limit, and so it is no matter but a
/// noun of its own with six states. Who wishes stays sealed; the wall shows a checked text, the kind and the town.
/// </summary>
internal sealed class Wish
{
    public required long Id { get; init; }

    /// <summary>W, year, dash, six digits. Not secret.</summary>
    public required string Number { get; init; }
    public required WishKind Kind { get; init; }
    public required WishState State { get; set; }
    public required string TownCode { get; init; }

    /// <summary>As it was raised; for those who handle wishes.</summary>
    public required string Text { get; init; }

    /// <summary>As an editor has checked it; null until then.</summary>
    public string? ShownText { get; set; }

    /// <summary>Seals the contact of the one who wishes.</summary>
    public required long KeyId { get; init; }
    public byte[]? Sealed { get; set; }

    /// <summary>The unit whose secretary took it down; null where somebody raised it alone.</summary>
    public long? OfficeId { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    public DateTimeOffset? ShownAt { get; set; }

    public ClaimantKind Claimant { get; set; }

    /// <summary>The unit that claimed, or whose branch did.</summary>
    public long? ClaimUnitId { get; set; }

    /// <summary>Name of the branch; never of a person.</summary>
    public string? ClaimBranch { get; set; }

    /// <summary>Contact of a person who claimed, sealed under <see cref="ClaimKeyId"/>.</summary>
    public byte[]? ClaimSealed { get; set; }
    public long? ClaimKeyId { get; set; }
    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>By when the claim is to be kept.</summary>
    public DateTimeOffset? DueAt { get; set; }
    public DateTimeOffset? FulfilledAt { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public bool IsConfirmedByRequester { get; set; }

    /// <summary>What the one who wished says to the one who gave; staff pass it on.</summary>
    public string? Thanks { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum WishKind { Thing = 1, Hand = 2, Learning = 3, Health = 4, Company = 5, Other = 9 }

/// <summary>Numbers are stored and, from <see cref="Open"/> to <see cref="Confirmed"/>, ordered: each has been what stands before it.</summary>
internal enum WishState { Raised = 1, Open = 2, Claimed = 3, Fulfilled = 4, Confirmed = 5, Withheld = 8, Withdrawn = 9 }

/// <summary>Numbers are stored; never renumber.</summary>
internal enum ClaimantKind { None = 0, Unit = 1, Branch = 2, Person = 3 }

/// <summary>Numbers are stored; never renumber.</summary>
internal enum WishVerb { Raise = 1, Show = 2, Withhold = 3, Claim = 4, Release = 5, Fulfil = 6, Confirm = 7, Object = 8, Thank = 9, Withdraw = 10, Reveal = 11 }

/// <summary>One line of a wish's history. Never changed, never deleted.</summary>
internal sealed class WishStep
{
    public required long Id { get; init; }
    public required long WishId { get; init; }
    public required WishVerb Verb { get; init; }
    public required DateTimeOffset At { get; init; }
    public required ActorKind ActorKind { get; init; }
    public long? PersonId { get; init; }
    public string PersonName { get; init; } = "";
    public long? OfficeId { get; init; }

    /// <summary>For staff.</summary>
    public string? Note { get; init; }
}
