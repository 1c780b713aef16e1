using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>The requester takes it back, or asked a window to. Forcing somebody to is punishable (rules A2.21): the step stays.</summary>
internal static class WithdrawMatter
{
    public static Outcome<Ruling> Decide(CaseFile file, Act act) =>
        Ruling.With(new MatterWithdrawnV1(act.Who.Kind == ActorKind.Requester))
            .Upon(file.Matter.LeadUnitId)
            .StopAll(act.At)
            .EndHoldings(HoldingEnd.Ended, act.At);
}
