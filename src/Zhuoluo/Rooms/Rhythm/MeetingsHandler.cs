using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Meetings;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Plans a meeting, holds it, calls it off.</summary>
internal sealed class MeetingsHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> PlanAsync(PlanMeeting command, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        if (MeetingRules.Decide(command, act, offices.Current).IsRefused(out var refusal, out var title))
        {
            return refusal;
        }
        var beat = command.BeatId is { } id ? await work.Db.Set<Beat>().SingleOrDefaultAsync(b => b.Id == id && b.DoneOn == null, cancel) : null;
        if (command.BeatId is not null && beat is null)
        {
            return new NotFound("beat");
        }
        var meeting = new Meeting
        {
            Id = act.NewId(),
            Kind = command.Kind,
            Title = title,
            OfficeId = command.OfficeId,
            On = command.On,
            ProgrammeId = command.ProgrammeId,
            PreviousId = await PreviousAsync(work.Db, command, cancel),
            BeatId = beat?.Id,
            PlannedByName = act.Who.Name,
            ChangedAt = act.At,
        };
        work.Db.Add(meeting);
        work.Record(new MeetingPlannedV1(meeting.Kind, CodeOf(meeting.OfficeId), meeting.On), new Subject("meeting", meeting.Id));
        return meeting.Id;
    }, cancel);

    public Task<Outcome<Done>> HoldAsync(HoldMeeting command, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (await work.Db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == command.Id, cancel) is not { } meeting)
        {
            return new NotFound("meeting");
        }
        if (MeetingRules.Decide(meeting, command, act).IsRefused(out var refusal, out var notes))
        {
            return refusal;
        }
        var board = await Board.NowAsync(work.Db, meeting, cancel);
        work.Db.AddRange(board.Rows.Select(r => r.Frozen(meeting.Id)));
        var invited = board.Invited;
        work.Db.AddRange(invited.Select(u => new MeetingUnit { MeetingId = meeting.Id, UnitId = u }));
        (meeting.HeldOn, meeting.Notes, meeting.ChangedAt, meeting.Version) = (command.On, notes, act.At, meeting.Version + 1);
        if (meeting.BeatId is { } id && await work.Db.Set<Beat>().SingleOrDefaultAsync(b => b.Id == id && b.DoneOn == null, cancel) is { } beat)
        {
            beat.MeetingId = meeting.Id;
            await FinishBeatHandler.FinishAsync(work, beat, command.On, meeting.Title, offices.Current, cancel);
        }
        var decisions = await work.Db.Set<Decision>().CountAsync(d => d.MeetingId == meeting.Id, cancel);
        work.Record(
            new MeetingHeldV1(meeting.Kind, CodeOf(meeting.OfficeId), command.On, board.Red.Count(), board.Yellow.Count(), decisions, invited.Count),
            new Subject("meeting", meeting.Id));
        return Done.Value;
    }, cancel);

    public Task<Outcome<Done>> CancelAsync(CancelMeeting command, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (await work.Db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == command.Id, cancel) is not { } meeting)
        {
            return new NotFound("meeting");
        }
        if (MeetingRules.RefuseCancel(meeting, act) is { } refusal)
        {
            return refusal;
        }
        (meeting.CancelledOn, meeting.ChangedAt, meeting.Version) = (LocalDay.Of(act.At), act.At, meeting.Version + 1);
        work.Record(new MeetingCancelledV1(meeting.Kind, CodeOf(meeting.OfficeId), meeting.On), new Subject("meeting", meeting.Id));
        return Done.Value;
    }, cancel);

    private static Task<long?> PreviousAsync(ZhuoluoContext db, PlanMeeting command, CancellationToken cancel) =>
        db.Set<Meeting>().Where(m => m.Kind == command.Kind && m.OfficeId == command.OfficeId && m.ProgrammeId == command.ProgrammeId && m.HeldOn != null)
            .OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id).Select(m => (long?)m.Id).FirstOrDefaultAsync(cancel);

    private Code? CodeOf(long unit) => Code.OrNull(offices.Current.Unit(unit)?.Code);
}
