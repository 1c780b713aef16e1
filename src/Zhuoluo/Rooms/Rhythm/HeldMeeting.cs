using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>A talk or a check that took place with one unit, kept as a meeting that was held, so that what came of it stands among the decisions of all meetings.</summary>
internal static class HeldMeeting
{
    public static Meeting Add(Work work, BeatKind kind, string title, long office, long unit, DateOnly on, IReadOnlyList<TalkItem> items, OfficesSnapshot offices)
    {
        var act = work.Act;
        var meeting = new Meeting
        {
            Id = act.NewId(),
            Kind = kind,
            Title = title[..Math.Min(title.Length, Meeting.LongestTitle)],
            OfficeId = office,
            On = on,
            HeldOn = on,
            PlannedByName = act.Who.Name,
            ChangedAt = act.At,
        };
        work.Db.Add(meeting);
        work.Db.Add(new MeetingUnit { MeetingId = meeting.Id, UnitId = unit });
        work.Record(new MeetingHeldV1(kind, Code.OrNull(offices.Unit(office)?.Code), on, 0, 0, items.Count, 1), new Subject("meeting", meeting.Id));
        foreach (var (item, i) in items.Select((item, i) => (item, i)))
        {
            var decision = new Decision { Id = act.NewId(), MeetingId = meeting.Id, Serial = i + 1, Text = item.Text!, UnitId = unit, DueOn = item.DueOn!.Value, MadeOn = LocalDay.Of(act.At) };
            work.Db.Add(decision);
            work.Record(new DecisionMadeV1(Code.OrNull(offices.Unit(unit)?.Code), decision.MadeOn, decision.Serial, decision.DueOn), new Subject("decision", decision.Id));
        }
        return meeting;
    }
}
