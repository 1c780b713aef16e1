using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>One line of a matter's history: who did what, when, from which state to which. Never changed, never deleted.</summary>
internal sealed class Step
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required Verb Verb { get; init; }
    public required MatterState FromState { get; init; }
    public required MatterState ToState { get; init; }
    public required DateTimeOffset At { get; init; }
    public required ActorKind ActorKind { get; init; }
    public long? PersonId { get; init; }
    public string PersonName { get; init; } = "";

    /// <summary>The unit acted for; null for the requester and for jobs.</summary>
    public long? OfficeId { get; init; }

    /// <summary>The unit acted upon: assigned to, urged, returned to.</summary>
    public long? UnitId { get; init; }
    public string? ReasonCode { get; init; }

    /// <summary>What was said; for staff and the requester where the verb says so, never public.</summary>
    public string? Note { get; init; }
    public int Round { get; init; } = 1;
    public DateTimeOffset? DueAt { get; init; }
}
