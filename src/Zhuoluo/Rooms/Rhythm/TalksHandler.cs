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
        var meeting = HeldMeeting.Add(
            work, BeatKind.Talk, DocumentWords.Shipped.Say("talk", offices.Current.Unit(held.UnitId)!.Name), held.OfficeId, held.UnitId, held.On, held.Items, offices.Current);
        var talk = TalkOf(held, act, meeting);
        work.Db.Add(talk);
        work.Record(new TalkHeldV1(CodeOf(held.UnitId), held.On, held.Items.Count, held.AppraisalId is not null), new Subject("talk", talk.Id));
        if (beat is not null)
        {
            beat.MeetingId = meeting.Id;
            await FinishBeatHandler.FinishAsync(work, beat, held.On, meeting.Title, offices.Current, cancel);
        }
        return talk;
    }, cancel);

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
