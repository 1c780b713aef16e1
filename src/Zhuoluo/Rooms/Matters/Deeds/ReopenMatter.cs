using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Not solved after all: the next round, with a limit of its own (rules A2.16). How long the requester may: <see cref="ReopenWindow"/>.</summary>
internal static class ReopenMatter
{
    public static Outcome<Ruling> Decide(CaseFile file, Act act)
    {
        var matter = file.Matter;
        var isByRequester = act.Who.Kind == ActorKind.Requester;
        if (isByRequester && !ReopenWindow.IsOpen(matter, act.At))
        {
            return new ReopenTooLate(ReopenWindow.Days);
        }
        var ruling = Ruling.With(new MatterReopenedV1(matter.Round + 1, isByRequester))
            .Upon(matter.LeadUnitId)
            .NextRound(file.Times.Redo, act);
        return matter.LeadUnitId is { } unit ? ruling.Hold(unit, HoldingPart.Lead, act, isSigned: true) : ruling;
    }

    public static Ruling NextRound(this Ruling ruling, Limit redo, Act act) => ruling
        .Change(m =>
        {
            m.Round++;
            m.AnsweredAt = null;
            m.Outcome = MatterOutcome.None;
            m.MainMatterId = null;
        })
        .Start(ClockStage.Redo, redo, act.At, act);
}
