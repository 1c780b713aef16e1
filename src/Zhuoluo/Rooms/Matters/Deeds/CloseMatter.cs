using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// Closed when the requester was heard: by a call, by a rating, after tries on three different days, or because no call is wanted
/// or nobody left an address (rules A2.15, A4.4). A matter under a main one closes with it.
/// </summary>
internal static class CloseMatter
{
    private const int DaysToTry = 3;

    public static Outcome<Ruling> Decide(CaseFile file, Act act)
    {
        var matter = file.Matter;
        if (matter.State == MatterState.Merged)
        {
            return file.Other is { IsOpen: false } ? Closing(file, isUnderMain: true, act) : new MainStillOpen();
        }
        var calls = file.Calls.Where(c => c.Round == matter.Round).ToList();
        if (calls.LastOrDefault(c => c.Result == CallResult.Reached) is { IsSolved: false } && matter.Outcome == MatterOutcome.Solved)
        {
            return new SaidUnsolved();
        }
        var isHeard = !file.HasContact
            || matter.Grade > 0
            || calls.Exists(c => c.Result is CallResult.Reached or CallResult.WantsNoCall)
            || calls.Where(c => c.Result == CallResult.NotReached).Select(c => LocalDay.Of(c.At)).Distinct().Count() >= DaysToTry;
        return isHeard ? Closing(file, isUnderMain: false, act) : new NotCalledBack();
    }

    /// <summary>The main matter has just closed.</summary>
    public static Ruling WithMain(CaseFile file, Act act) => Closing(file, isUnderMain: true, act);

    private static Ruling Closing(CaseFile file, bool isUnderMain, Act act)
    {
        var matter = file.Matter;
        var days = LocalDay.Of(act.At).DayNumber - matter.OpenedOn.DayNumber;
        return Ruling.With(new MatterClosedV1(matter.Outcome, matter.Round, days, isUnderMain))
            .Upon(matter.LeadUnitId)
            .StopAll(act.At);
    }
}
