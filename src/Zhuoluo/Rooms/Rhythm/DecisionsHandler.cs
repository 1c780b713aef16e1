using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm.Meetings;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Decisions: made while the meeting lasts, followed to their end.</summary>
internal sealed class DecisionsHandler(Writer writer, Offices offices)
{
    public Task<Outcome<Decision>> MakeAsync(MakeDecision command, Act act, CancellationToken cancel) => writer.WriteAsync<Decision>(act, async work =>
    {
        if (await work.Db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == command.MeetingId, cancel) is not { } meeting)
        {
            return new NotFound("meeting");
        }
        if (MeetingRules.Decide(meeting, command, act, offices.Current).IsRefused(out var refusal, out var text))
        {
            return refusal;
        }
        var number = string.IsNullOrWhiteSpace(command.ProjectNumber) ? null : command.ProjectNumber.Trim();
        var project = number is null ? null : await work.Db.Set<Project>().Where(p => p.Number == number).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel);
        if (number is not null && project is null)
        {
            return new UnknownProject();
        }
        var decision = new Decision
        {
            Id = act.NewId(),
            MeetingId = meeting.Id,
            Serial = 1 + await work.Db.Set<Decision>().CountAsync(d => d.MeetingId == meeting.Id, cancel),
            Text = text,
            UnitId = command.UnitId,
            DueOn = command.DueOn,
            ProjectId = project,
            MadeOn = LocalDay.Of(act.At),
        };
        work.Db.Add(decision);
        work.Record(new DecisionMadeV1(CodeOf(decision), decision.MadeOn, decision.Serial, decision.DueOn), new Subject("decision", decision.Id));
        return decision;
    }, cancel);

    public Task<Outcome<Decision>> FinishAsync(FinishDecision command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, (work, decision) =>
    {
        if (MeetingRules.Decide(decision, command, act, offices.Current).IsRefused(out var refusal, out var evidence))
        {
            return refusal;
        }
        (decision.DoneOn, decision.Evidence, decision.DoneByName, decision.Objection) = (command.On, evidence, act.Who.Name, null);
        work.Record(new DecisionFinishedV1(CodeOf(decision), decision.DueOn, command.On), new Subject("decision", decision.Id));
        return decision;
    }, cancel);

    public Task<Outcome<Decision>> ReopenAsync(ReopenDecision command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, (work, decision) =>
    {
        if (MeetingRules.Decide(decision, command, act).IsRefused(out var refusal, out var objection))
        {
            return refusal;
        }
        (decision.DoneOn, decision.Objection) = (null, objection);
        work.Record(new DecisionReopenedV1(CodeOf(decision), decision.DueOn), new Subject("decision", decision.Id));
        return decision;
    }, cancel);

    private Task<Outcome<Decision>> ChangeAsync(long id, int version, Act act, Func<Work, Decision, Outcome<Decision>> change, CancellationToken cancel) => writer.WriteAsync(act, async work =>
    {
        if (await work.Db.Set<Decision>().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } decision)
        {
            return new NotFound("decision");
        }
        if (version != 0 && version != decision.Version)
        {
            return new ChangedMeanwhile(decision.DoneByName ?? "", act.At);
        }
        decision.Version++;
        return change(work, decision);
    }, cancel);

    private Code? CodeOf(Decision decision) => Code.OrNull(offices.Current.Unit(decision.UnitId)?.Code);
}
