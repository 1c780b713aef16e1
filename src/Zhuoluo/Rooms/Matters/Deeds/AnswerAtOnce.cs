using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>What can be answered while it is being raised needs no dispatch (rules A2.2).</summary>
internal static class AnswerAtOnce
{
    public static Outcome<Ruling> Decide(CaseFile file, Deed deed, Act act)
    {
        if (AnswerMatter.WrongGround(deed) is { } refusal)
        {
            return refusal;
        }
        var matter = file.Matter;
        return Ruling.With(new MatterAnsweredAtOnceV1(deed.Outcome))
            .Add(new Answer
            {
                Id = act.NewId(),
                MatterId = matter.Id,
                Round = matter.Round,
                UnitId = file.Offices.UnitByCode(act.Who.Office)?.Id,
                Outcome = deed.Outcome,
                GroundCode = deed.Outcome == MatterOutcome.NotPossible ? deed.GroundCode : null,
                Text = deed.Text!.Trim(),
                At = act.At,
                PersonId = act.Who.PersonId,
                ReviewedAt = act.At,
                IsApproved = true,
            })
            .StopAll(act.At)
            .Change(m =>
            {
                m.Outcome = deed.Outcome;
                m.AnsweredAt = act.At;
                m.IsAtOnce = true;
                m.IsWindowEscalation = false;
            });
    }
}
