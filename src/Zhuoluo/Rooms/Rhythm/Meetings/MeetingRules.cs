using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Cadences;

namespace Zhuoluo.Rooms.Rhythm.Meetings;

/// <summary>What may be done to a meeting and its decisions, by whom. Pure.</summary>
internal static class MeetingRules
{
    public static Outcome<string> Decide(PlanMeeting wanted, Act act, OfficesSnapshot offices) =>
        !Permissions.May(act.Who, Capability.ManageRhythm) ? new NotPermitted()
        : !wanted.Kind.IsMeeting() ? new NotAMeeting()
        : offices.Unit(wanted.OfficeId) is null ? new Missing("OfficeId")
        : PlainText.Require(wanted.Title, "Title", Meeting.LongestTitle);

    public static Outcome<string?> Decide(Meeting meeting, HoldMeeting held, Act act) =>
        !Permissions.May(act.Who, Capability.ManageRhythm) ? new NotPermitted()
        : !meeting.IsOpen ? new MeetingOver()
        : held.On > LocalDay.Of(act.At) ? new HeldInFuture()
        : PlainText.Read(held.Notes, "Notes", Meeting.LongestNotes);

    public static Refusal? RefuseCancel(Meeting meeting, Act act) =>
        !Permissions.May(act.Who, Capability.ManageRhythm) ? new NotPermitted() : meeting.IsOpen ? null : new MeetingOver();

    public static Outcome<string> Decide(Meeting meeting, MakeDecision made, Act act, OfficesSnapshot offices) =>
        !Permissions.May(act.Who, Capability.ManageRhythm) ? new NotPermitted()
        : !meeting.IsOpen ? new MeetingOver()
        : offices.Unit(made.UnitId) is null ? new Missing("UnitId")
        : made.DueOn < LocalDay.Of(act.At) ? new DueBeforeMade()
        : PlainText.Require(made.Text, "Text", Decision.LongestText);

    /// <summary>The unit that it was given to, or who keeps the beat where the unit told them.</summary>
    public static Outcome<string> Decide(Decision decision, FinishDecision done, Act act, OfficesSnapshot offices)
    {
        var path = offices.Unit(decision.UnitId)?.Path ?? "/";
        return !Permissions.May(act.Who, Capability.ManageRhythm) && !Permissions.May(act.Who, Capability.HandleRhythm, path) ? new NotPermitted()
            : decision.DoneOn is not null ? new DecisionDone()
            : done.On > LocalDay.Of(act.At) ? new DoneInFuture()
            : PlainText.Require(done.Evidence, "Evidence", Decision.LongestText);
    }

    public static Outcome<string> Decide(Decision decision, ReopenDecision again, Act act) =>
        !Permissions.May(act.Who, Capability.ManageRhythm) ? new NotPermitted()
        : decision.DoneOn is null ? new DecisionNotDone()
        : PlainText.Require(again.Objection, "Objection", Decision.LongestText);
}
