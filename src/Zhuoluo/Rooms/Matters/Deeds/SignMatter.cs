using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>The lead unit signs for it (rules A2.7).</summary>
internal static class SignMatter
{
    public static Outcome<Ruling> Decide(CaseFile file, Act act)
    {
        var isInTime = file.Clock(ClockStage.Sign) is not { } clock || act.At <= clock.DueAt;
        return Ruling.With(new MatterSignedV1(file.LeadCode, isInTime))
            .Upon(file.Matter.LeadUnitId)
            .Stop(ClockStage.Sign, act.At)
            .Change(m => m.HandlerId = act.Who.PersonId)
            .ChangeFile(f =>
            {
                foreach (var holding in f.Holdings.Where(h => h.To is null && h.UnitId == f.Matter.LeadUnitId))
                {
                    holding.SignedAt ??= act.At;
                }
            });
    }
}
