using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Somebody else than who answered looks at the answer; what is incomplete goes back and is counted (rules A2.14).</summary>
internal static class ReviewAnswer
{
    public static Outcome<Ruling> Approve(CaseFile file, Deed deed, Act act)
    {
        if (file.LastAnswer is not { } answer)
        {
            return new NothingToDecide();
        }
        var wroteIt = file.Steps.LastOrDefault(s => s.Verb == Verb.Answer);
        if (act.IsSame(answer.PersonId, wroteIt?.PersonName ?? ""))
        {
            return new SamePerson();
        }
        return Approved(file, answer, deed, act);
    }

    /// <summary>The county's rule says that answers to such matters need nobody else.</summary>
    public static Ruling LetThrough(CaseFile file, Deed deed, Act act) => Approved(file, file.LastAnswer!, deed, act);

    private static Ruling Approved(CaseFile file, Answer answer, Deed deed, Act act) => Ruling.With(new MatterAnswerApprovedV1(answer.Outcome, answer.Round))
        .Upon(file.Matter.LeadUnitId)
        .ChangeFile(_ => Reviewed(answer, isApproved: true, deed, act))
        .Change(m => m.Outcome = answer.Outcome);

    /// <summary>The clock goes on as if it had not stopped: an answer that was none bought no time.</summary>
    public static Outcome<Ruling> SendBack(CaseFile file, Deed deed, Act act)
    {
        if (file.LastAnswer is not { } answer)
        {
            return new NothingToDecide();
        }
        var ruling = Ruling.With(new MatterAnswerSentBackV1(answer.Outcome, answer.Round))
            .Upon(file.Matter.LeadUnitId)
            .ChangeFile(f =>
            {
                Reviewed(answer, isApproved: false, deed, act);
                if (f.Clocks.LastOrDefault(c => c.Stage is ClockStage.Handle or ClockStage.Redo && c.Round == f.Matter.Round) is { } clock)
                {
                    clock.StoppedAt = null;
                }
            })
            .Change(m => m.AnsweredAt = null);
        return file.Matter.LeadUnitId is { } unit ? ruling.Hold(unit, HoldingPart.Lead, act, isSigned: true) : ruling;
    }

    private static void Reviewed(Answer answer, bool isApproved, Deed deed, Act act)
    {
        answer.ReviewedAt = act.At;
        answer.IsApproved = isApproved;
        answer.ReviewNote = deed.Reason;
    }
}
