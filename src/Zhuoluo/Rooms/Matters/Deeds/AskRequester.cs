using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>A question to the requester: the clock stands still until the reply, which staff may also take down by telephone (rules A3.3).</summary>
internal static class AskRequester
{
    public const string PauseReason = "requester-asked";

    public static Outcome<Ruling> Decide(CaseFile file, Deed deed, Act act) =>
        Ruling.With(new MatterRequesterAskedV1(file.LeadCode))
            .Upon(file.Matter.LeadUnitId)
            .Add(new Question { Id = act.NewId(), MatterId = file.Matter.Id, Text = deed.Text!.Trim(), AskedAt = act.At, UnitId = file.Matter.LeadUnitId })
            .Pause(PauseReason, act);

    public static Outcome<Ruling> Reply(CaseFile file, Deed deed, Act act)
    {
        if (file.Questions.LastOrDefault(q => q.RepliedAt is null) is not { } question)
        {
            return new NothingToDecide();
        }
        return Ruling.With(new MatterRequesterAnsweredV1(LocalDay.Of(act.At).DayNumber - LocalDay.Of(question.AskedAt).DayNumber))
            .Upon(file.Matter.LeadUnitId)
            .EndPauses(act.At)
            .ChangeFile(_ => (question.Reply, question.RepliedAt) = (deed.Text!.Trim(), act.At));
    }
}
