using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Access;

/// <summary>Whether looking at a matter is somebody's own work: the lead unit's people, and who sorts or supervises while it waits for them.</summary>
internal static class OwnWork
{
    private static readonly MatterState[] _sorted = [MatterState.Registered, MatterState.AwaitingAssignment, MatterState.ReturnDisputed, MatterState.AwaitingCallBack];
    private static readonly MatterState[] _supervised = [MatterState.DeclineProposed, MatterState.AwaitingCallBack, MatterState.Escalated];

    public static bool Is(Matter matter, Actor who, OfficesSnapshot offices)
    {
        var lead = matter.LeadUnitId is { } id ? offices.Unit(id) : null;
        return (who.PersonId is { } person && person == matter.HandlerId) || who.Grants.Any(g => g.Role switch
        {
            Role.Handler or Role.UnitHead or Role.Clerk => lead is not null && g.Covers(lead.Path),
            Role.Dispatcher => _sorted.Contains(matter.State),
            Role.Supervisor => _supervised.Contains(matter.State) || (lead is not null && g.UnitId == lead.Id),
            Role.System => true,
            _ => false,
        });
    }
}
