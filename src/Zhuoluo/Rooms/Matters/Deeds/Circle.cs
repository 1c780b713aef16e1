using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// Who may know that a confidential matter exists: who sorts, supervises and audits, the handlers of the lead unit, and its own
/// requester (rules F5). For everybody else there is no such matter.
/// </summary>
internal static class Circle
{
    private static readonly Role[] _all = [Role.Dispatcher, Role.Supervisor, Role.Auditor, Role.System];

    public static bool Knows(CaseFile file, Actor who) => !file.Matter.IsConfidential
        || (who.Kind == ActorKind.Requester && file.IsCodeRight)
        || who.Grants.Any(g => _all.Contains(g.Role)
            || (g.Role is Role.Handler or Role.UnitHead && file.Lead is { } lead && g.Covers(lead.Path))
            || (g.Role is Role.Clerk && file.Office is { } office && g.Covers(office.Path)));
}
