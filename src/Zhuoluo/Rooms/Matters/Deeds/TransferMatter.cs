using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Passes a matter on to the channel that must have it: emergencies at once (rules A2.3), others to their proper way.</summary>
internal static class TransferMatter
{
    public static Outcome<Ruling> Decide(Deed deed, Act act) => CodeList.Transfer.Has(deed.ReasonCode)
        ? Ruling.With(new MatterTransferredV1(new Code(deed.ReasonCode!))).StopAll(act.At).Change(m => m.IsWindowEscalation = false)
        : new UnknownValue("reasonCode");
}
