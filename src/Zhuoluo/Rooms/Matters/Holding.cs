namespace Zhuoluo.Rooms.Matters;

/// <summary>One unit's time with a matter: how long each held it is the difference of two instants, for everybody to see.</summary>
internal sealed class Holding
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required long UnitId { get; init; }
    public required HoldingPart Part { get; init; }
    public required DateTimeOffset From { get; init; }
    public DateTimeOffset? SignedAt { get; set; }
    public DateTimeOffset? To { get; set; }
    public HoldingEnd End { get; set; }
}

internal enum HoldingPart { Lead = 1, Assist = 2 }

internal enum HoldingEnd { None = 0, Returned = 1, Answered = 2, Reassigned = 3, Ended = 4 }
