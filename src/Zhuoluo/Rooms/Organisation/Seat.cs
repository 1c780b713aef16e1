namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// A place in a leading group or its office: head, deputy, member (A01). Held by an office holder whose name and post are public;
/// it gives no permission, roles do.
/// </summary>
internal sealed record Seat
{
    public required long Id { get; init; }
    public required long UnitId { get; init; }
    public required string Name { get; init; }

    /// <summary>The post held, such as "county Party secretary".</summary>
    public required string Post { get; init; }

    public required SeatRank Rank { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }

    public bool IsHeldOn(DateOnly day) => From <= day && (To is not { } last || day <= last);
}

/// <summary>Numbers are stored; never renumber. Their order is the order of the list.</summary>
internal enum SeatRank { Head = 1, Deputy = 2, Member = 3 }
