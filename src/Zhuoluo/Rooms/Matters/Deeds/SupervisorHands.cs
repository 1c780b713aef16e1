using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// What a supervisor does for a confidential matter that the own office has, though dispatchers and handlers do it elsewhere: it cannot
/// be given to them, for they may not know of it (rules F5.1).
/// </summary>
internal static class SupervisorHands
{
    private static readonly Capability[] _lent =
    [
        Capability.AcceptMatter, Capability.AssignMatter, Capability.SignMatter, Capability.AskRequester, Capability.AnswerMatter,
        Capability.ExtendDeadline, Capability.SuspendMatter, Capability.TransferMatter,
    ];

    public static bool May(Matter matter, Actor who, Capability capability) => matter.IsConfidential && _lent.Contains(capability)
        && who.Grants.Any(g => g.Role == Role.Supervisor && (matter.LeadUnitId is null || g.UnitId == matter.LeadUnitId));
}
