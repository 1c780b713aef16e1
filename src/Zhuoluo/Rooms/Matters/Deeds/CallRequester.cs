using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>The call after the answer: reached and solved or not, not reached, or no call wanted (rules A2.15).</summary>
internal static class CallRequester
{
    public static Outcome<Ruling> Decide(CaseFile file, Deed deed, Act act)
    {
        var isReached = deed.Result == CallResult.Reached;
        if (isReached && deed.IsSolved is null)
        {
            return new Missing("isSolved");
        }
        var call = new CallBack
        {
            Id = act.NewId(),
            MatterId = file.Matter.Id,
            Round = file.Matter.Round,
            At = act.At,
            Result = deed.Result!.Value,
            IsSolved = isReached ? deed.IsSolved : null,
            PersonId = act.Who.PersonId,
            Note = deed.Reason?.Trim(),
        };
        return Ruling.With(new MatterCalledBackV1(call.Result, call.IsSolved, call.Round))
            .Upon(file.Matter.LeadUnitId)
            .Add(call);
    }
}
