using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// Who may know that a confidential matter exists: who sorts, supervises and audits, the handlers of the lead unit, and its own
/// requester (rules F5). Of one that is about a unit or a person only the supervisors, who is named, and who handles it; nobody of
/// that unit's line. For everybody else there is no such matter. <see cref="Sight"/> says the same in queries.
/// </summary>
internal static class Circle
{
    private static readonly Role[] _all = [Role.Dispatcher, Role.Supervisor, Role.Auditor];

    public static bool Knows(CaseFile file, Actor who) => !file.Matter.IsConfidential
        || (who.Kind == ActorKind.Requester && file.IsCodeRight)
        || who.Holds(Role.System)
        || (file.Shield is { } shield ? KnowsShielded(file, shield, who) : KnowsPlain(file, who));

    private static bool KnowsPlain(CaseFile file, Actor who) => who.Grants.Any(g => _all.Contains(g.Role)
        || (g.Role is Role.Handler or Role.UnitHead && file.Lead is { } lead && g.Covers(lead.Path))
        || (g.Role is Role.Clerk && file.Office is { } office && g.Covers(office.Path)));

    private static bool KnowsShielded(CaseFile file, Shield shield, Actor who) => !Barring.IsBarred(shield, who, file.Offices)
        && (who.Holds(Role.Supervisor)
            || (who.PersonId is { } person && file.CircleIds.Contains(person))
            || who.Grants.Any(g => g.Role is Role.Handler or Role.UnitHead && g.UnitId is not null && g.UnitId == file.Matter.LeadUnitId));
}
