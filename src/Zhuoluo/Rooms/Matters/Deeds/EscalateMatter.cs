using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>After three rounds, or three units that gave it back, somebody higher takes it in hand (rules A2.17).</summary>
internal static class EscalateMatter
{
    public const int Enough = 3;

    public static Outcome<Ruling> Decide(CaseFile file, Act act)
    {
        var matter = file.Matter;
        if (matter.Round < Enough && matter.ReturnCount < Enough)
        {
            return new NotYetThreeRounds(matter.Round);
        }
        // After an answer that did not help it is a new round; while it is being handled its clock goes on.
        if (matter.State == MatterState.InProgress)
        {
            return Ruling.With(new MatterEscalatedV1(matter.Round)).Upon(matter.LeadUnitId);
        }
        var ruling = Ruling.With(new MatterEscalatedV1(matter.Round + 1)).Upon(matter.LeadUnitId).NextRound(file.Times.Redo, act);
        return matter.LeadUnitId is { } unit ? ruling.Hold(unit, HoldingPart.Lead, act, isSigned: true) : ruling;
    }
}
