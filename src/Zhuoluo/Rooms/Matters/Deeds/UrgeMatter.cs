using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>A formal word to whoever has it now (rules A2.19).</summary>
internal static class UrgeMatter
{
    public static Outcome<Ruling> Decide(CaseFile file) =>
        Ruling.With(new MatterUrgedV1(file.LeadCode, file.Matter.UrgeCount + 1))
            .Upon(file.Matter.LeadUnitId)
            .Change(m => m.UrgeCount++);
}
