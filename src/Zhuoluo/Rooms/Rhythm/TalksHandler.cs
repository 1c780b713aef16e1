using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Appraisals;
using Zhuoluo.Rooms.Rhythm.Bulletins;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Records a talk that took place: a meeting that was held, with what is to be put right as its decisions.</summary>
internal sealed class TalksHandler(Writer writer, Offices offices)
{
    public Task<Outcome<Talk>> HoldAsync(HoldTalk command, Act act, CancellationToken cancel) => writer.WriteAsync<Talk>(act, async work =>
    {
        if (AppraisalRules.Decide(command, act, offices.Current).IsRefused(out var refusal, out var held))
        {
            return refusal;
        }
        if (held.AppraisalId is { } sheet && !await work.Db.Set<Appraisal>().AnyAsync(a => a.Id == sheet && a.IssuedOn != null, cancel))
        {
            return new NotFound("appraisal");
        }
        var beat = held.BeatId is { } id ? await work.Db.Set<Beat>().SingleOrDefaultAsync(b => b.Id == id && b.DoneOn == null && b.Kind == BeatKind.Talk, cancel) : null;
        if (held.BeatId is not null && beat is null)
        {
            return new NotFound("beat");
        }
        var meeting = MeetingOf(held, act, beat);
        var talk = TalkOf(held, act, meeting);
        work.Db.Add(meeting);
        work.Db.Add(new MeetingUnit { MeetingId = meeting.Id, UnitId = held.UnitId });
        work.Db.Add(talk);
        work.Record(new MeetingHeldV1(meeting.Kind, CodeOf(held.OfficeId), held.On, 0, 0, held.Items.Count, 1), new Subject("meeting", meeting.Id));
        work.Record(new TalkHeldV1(CodeOf(held.UnitId), held.On, held.Items.Count, held.AppraisalId is not null), new Subject("talk", talk.Id));
        foreach (var (item, i) in held.Items.Select((item, i) => (item, i)))
        {
            var decision = new Decision { Id = act.NewId(), MeetingId = meeting.Id, Serial = i + 1, Text = item.Text!, UnitId = held.UnitId, DueOn = item.DueOn!.Value, MadeOn = LocalDay.Of(act.At) };
            work.Db.Add(decision);
            work.Record(new DecisionMadeV1(CodeOf(held.UnitId), decision.MadeOn, decision.Serial, decision.DueOn), new Subject("decision", decision.Id));
        }
        if (beat is not null)
        {
            beat.MeetingId = meeting.Id;
            await FinishBeatHandler.FinishAsync(work, beat, held.On, meeting.Title, offices.Current, cancel);
        }
        return talk;
    }, cancel);

    private Meeting MeetingOf(HoldTalk held, Act act, Beat? beat) => new()
    {
        Id = act.NewId(),
        Kind = BeatKind.Talk,
        Title = DocumentWords.Shipped.Say("talk", offices.Current.Unit(held.UnitId)!.Name),
        OfficeId = held.OfficeId,
        On = held.On,
        HeldOn = held.On,
        BeatId = beat?.Id,
        PlannedByName = act.Who.Name,
        ChangedAt = act.At,
    };

    private static Talk TalkOf(HoldTalk held, Act act, Meeting meeting) => new()
    {
        Id = act.NewId(),
        MeetingId = meeting.Id,
        UnitId = held.UnitId,
        WithPost = held.WithPost!,
        ByPost = held.ByPost!,
        On = held.On,
        Reasons = held.Reasons!,
        AppraisalId = held.AppraisalId,
        RecordedByName = act.Who.Name,
    };

    private Code? CodeOf(long unit) => Code.OrNull(offices.Current.Unit(unit)?.Code);
}
