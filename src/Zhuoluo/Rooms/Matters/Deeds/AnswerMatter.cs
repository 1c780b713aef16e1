using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Replies;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>What the unit says came of it. "Not possible" names a ground of the list (rules A2.10).</summary>
internal static class AnswerMatter
{
    public static Outcome<Ruling> Decide(CaseFile file, Deed deed, Act act)
    {
        if (WrongGround(deed) is { } refusal)
        {
            return refusal;
        }
        if (file.Flags != AnswerFlags.None && deed.IsConfirmed == false)
        {
            return new AnswerLooksOdd(file.Flags.HasFlag(AnswerFlags.Reused), file.Flags.HasFlag(AnswerFlags.OffTopic));
        }
        var matter = file.Matter;
        var answer = new Answer
        {
            Id = act.NewId(),
            MatterId = matter.Id,
            Round = matter.Round,
            UnitId = matter.LeadUnitId,
            Outcome = deed.Outcome,
            GroundCode = deed.Outcome == MatterOutcome.NotPossible ? deed.GroundCode : null,
            Text = deed.Text!.Trim(),
            At = act.At,
            PersonId = act.Who.PersonId,
            Flags = file.Flags,
            Fold = Language.Fold.TextKey(deed.Text!),
            TemplateId = deed.TemplateId,
        };
        var isInTime = matter.DueAt is not { } due || act.At <= due;
        var ruling = Ruling.With(new MatterAnsweredV1(file.LeadCode, deed.Outcome, Code.OrNull(answer.GroundCode), matter.Round, isInTime))
            .Upon(matter.LeadUnitId)
            .Add(answer)
            .StopAll(act.At)
            .EndHoldings(HoldingEnd.Answered, act.At)
            .Change(m => m.AnsweredAt = act.At);
        return file.Flags == AnswerFlags.None ? ruling
            : ruling.Also(new AnswerFlaggedV1(file.Flags.HasFlag(AnswerFlags.Reused), file.Flags.HasFlag(AnswerFlags.OffTopic), matter.Round));
    }

    public static Refusal? WrongGround(Deed deed) => deed.Outcome != MatterOutcome.NotPossible ? null
        : deed.GroundCode is null ? new Missing("groundCode")
        : CodeList.Grounds.Has(deed.GroundCode) ? null
        : new UnknownValue("groundCode");
}
