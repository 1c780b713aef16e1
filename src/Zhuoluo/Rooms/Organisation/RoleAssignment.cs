using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>A person holds a role over a unit and all below it, for a period.</summary>
internal sealed record RoleAssignment
{
    public required long Id { get; init; }
    public required long PersonId { get; init; }
    public required Role Role { get; init; }
    public required long UnitId { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day planned, or null when open.</summary>
    public DateOnly? To { get; init; }

    public required AssignmentKind Kind { get; init; }

    /// <summary>Where a seconded person comes from and returns to (A02).</summary>
    public long? HomeUnitId { get; init; }

    /// <summary>Set when the term was ended; the role is gone from that instant, whatever the day says.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public bool IsHeldOn(DateOnly day) => EndedAt is null && From <= day && (To is not { } last || day <= last);
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum AssignmentKind { Regular = 1, Seconded = 2, Acting = 3 }
