using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Teams;

internal sealed record OpenIncident(IncidentKind Kind, string Name, string PlaceCode, DateOnly From)
{
    public const int LongestName = 60;
}

internal sealed record EndIncident(long IncidentId, DateOnly On);

/// <summary>A team for an incident; its leader is its first member.</summary>
internal sealed record FormTeam(long IncidentId, TeamKind Kind, string Name, long UnitId, long LeaderId);

/// <summary>
/// Somebody joins or leaves: of their own will. Everybody adds themself; the leader adds others only with their word, which the
/// command says (rules F5.4: nobody is assigned by force).
/// </summary>
internal sealed record JoinTeam(long TeamId, long PersonId)
{
    public bool HasAgreed { get; init; }
}

internal sealed record LeaveTeam(long TeamId, long PersonId);

internal sealed record PlanShift(long TeamId, long PersonId, DateTimeOffset From, DateTimeOffset To);

internal sealed record CancelTeamShift(long ShiftId);

internal sealed record GiveTask(long TeamId, string Number);

internal sealed record DissolveTeam(long TeamId, string Result)
{
    public const int LongestResult = 500;
}

internal sealed record IncidentOver() : Refusal("incident-over");

internal sealed record TeamsStillThere(int Count) : Refusal("teams-still-there")
{
    public override IReadOnlyList<object> Arguments => [Count];
}

internal sealed record TeamDissolved() : Refusal("team-dissolved")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record NotAMember() : Refusal("not-a-member")
{
    public override string? Field => "PersonId";
}

internal sealed record NotAsked() : Refusal("not-asked")
{
    public override string? Field => "HasAgreed";
}

internal sealed record LeaderStays() : Refusal("leader-stays")
{
    public override string? Field => "PersonId";
}

internal sealed record ShiftBackwards() : Refusal("shift-backwards")
{
    public override string? Field => "To";
}

internal sealed record ShiftTooLong(int Hours) : Refusal("shift-too-long")
{
    public override string? Field => "To";
    public override IReadOnlyList<object> Arguments => [Hours];
}

internal sealed record NoSuchMatter(string Number) : Refusal("no-such-matter")
{
    public override string? Field => "Number";
    public override IReadOnlyList<object> Arguments => [Number];
}
