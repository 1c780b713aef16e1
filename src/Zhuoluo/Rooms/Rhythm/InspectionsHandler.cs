using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Rooms.Rhythm.Inspections;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Asks for a check, approves it, concludes it, hears the unit and rules.</summary>
internal sealed class InspectionsHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> AskAsync(AskInspection command, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        var overlaps = InspectionRules.TopicOf(command).IsRefused(out _, out var topic) ? 0 : await Near(work.Db, command.UnitId, topic, command.PlannedOn).CountAsync(cancel);
        if (InspectionRules.Decide(command, overlaps, act, offices.Current).IsRefused(out var refusal, out var wanted))
        {
            return refusal;
        }
        var inspection = new Inspection
        {
            Id = act.NewId(),
            Kind = wanted.Kind,
            Topic = wanted.Topic!,
            UnitId = wanted.UnitId,
            OfficeId = wanted.OfficeId,
            Basis = wanted.Basis!,
            PlannedOn = wanted.PlannedOn,
            Overlaps = overlaps,
            OverlapReason = wanted.OverlapReason,
            AskedById = act.Who.PersonId,
            AskedByName = act.Who.Name,
            AskedOn = LocalDay.Of(act.At),
            ChangedByName = act.Who.Name,
            ChangedAt = act.At,
        };
        work.Db.Add(inspection);
        work.Record(new InspectionAskedV1(inspection.Kind, CodeOf(inspection.UnitId), inspection.PlannedOn, overlaps), new Subject("inspection", inspection.Id));
        return inspection.Id;
    }, cancel);

    /// <summary>Others of the same unit and topic within the days of overlap, whatever became of them but a no.</summary>
    public static IQueryable<Inspection> Near(ZhuoluoContext db, long unit, string topic, DateOnly day)
    {
        var (from, to) = (day.AddDays(-Inspection.DaysOfOverlap), day.AddDays(Inspection.DaysOfOverlap));
        return db.Set<Inspection>().Where(i => i.UnitId == unit && i.Topic == topic && i.IsApproved != false && i.PlannedOn >= from && i.PlannedOn <= to);
    }

    public Task<Outcome<Inspection>> DecideAsync(DecideInspection command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, (work, inspection) =>
    {
        if (InspectionRules.Decide(inspection, command, act).IsRefused(out var refusal, out var note))
        {
            return Task.FromResult<Outcome<Inspection>>(refusal);
        }
        (inspection.IsApproved, inspection.DecidedByName, inspection.DecidedOn, inspection.DecisionNote) = (command.IsApproved, act.Who.Name, LocalDay.Of(act.At), note);
        work.Record(new InspectionDecidedV1(CodeOf(inspection.UnitId), command.IsApproved), new Subject("inspection", inspection.Id));
        return Task.FromResult<Outcome<Inspection>>(inspection);
    }, cancel);

    public Task<Outcome<Inspection>> ConcludeAsync(ConcludeInspection command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, (work, inspection) =>
    {
        if (InspectionRules.Decide(inspection, command, act).IsRefused(out var refusal, out var concluded))
        {
            return Task.FromResult<Outcome<Inspection>>(refusal);
        }
        (inspection.HeldOn, inspection.Conclusion, inspection.ConcludedOn) = (concluded.On, concluded.Conclusion, LocalDay.Of(act.At));
        (inspection.ConcludedById, inspection.ConcludedByName) = (act.Who.PersonId, act.Who.Name);
        if (concluded.Findings.Count > 0)
        {
            inspection.MeetingId = HeldMeeting.Add(work, BeatKind.Inspection, DocumentWords.Shipped.Say("inspection", inspection.Topic), inspection.OfficeId, inspection.UnitId, concluded.On, concluded.Findings, offices.Current).Id;
        }
        work.Record(new InspectionConcludedV1(CodeOf(inspection.UnitId), concluded.On, concluded.Findings.Count), new Subject("inspection", inspection.Id));
        return Task.FromResult<Outcome<Inspection>>(inspection);
    }, cancel);

    public Task<Outcome<Inspection>> ObjectAsync(ObjectToInspection command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, (work, inspection) =>
    {
        if (InspectionRules.Decide(inspection, command, act, offices.Current).IsRefused(out var refusal, out var text))
        {
            return Task.FromResult<Outcome<Inspection>>(refusal);
        }
        (inspection.Objection, inspection.ObjectedOn) = (text, LocalDay.Of(act.At));
        work.Record(new InspectionObjectedV1(CodeOf(inspection.UnitId), inspection.ObjectedOn.Value), new Subject("inspection", inspection.Id));
        return Task.FromResult<Outcome<Inspection>>(inspection);
    }, cancel);

    public Task<Outcome<Inspection>> RuleAsync(RuleOnInspection command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, async (work, inspection) =>
    {
        if (InspectionRules.Decide(inspection, command, act).IsRefused(out var refusal, out var text))
        {
            return refusal;
        }
        var today = LocalDay.Of(act.At);
        (inspection.IsGranted, inspection.Ruling, inspection.RuledByName, inspection.RuledOn) = (command.IsGranted, text, act.Who.Name, today);
        work.Record(new InspectionRuledV1(CodeOf(inspection.UnitId), today, command.IsGranted), new Subject("inspection", inspection.Id));
        if (command.IsGranted)
        {
            // Where the unit was right nothing is left to be carried out; the ruling says why.
            foreach (var decision in await work.Db.Set<Decision>().Where(d => d.MeetingId == inspection.MeetingId && d.DoneOn == null).ToListAsync(cancel))
            {
                (decision.DoneOn, decision.Evidence, decision.DoneByName, decision.Version) = (today, text[..Math.Min(text.Length, Decision.LongestText)], act.Who.Name, decision.Version + 1);
                work.Record(new DecisionFinishedV1(CodeOf(decision.UnitId), decision.DueOn, today), new Subject("decision", decision.Id));
            }
        }
        return inspection;
    }, cancel);

    private Task<Outcome<Inspection>> ChangeAsync(long id, int version, Act act, Func<Work, Inspection, Task<Outcome<Inspection>>> change, CancellationToken cancel) => writer.WriteAsync(act, async work =>
    {
        if (await work.Db.Set<Inspection>().SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } inspection)
        {
            return new NotFound("inspection");
        }
        if (version != 0 && version != inspection.Version)
        {
            return new ChangedMeanwhile(inspection.ChangedByName, inspection.ChangedAt);
        }
        (inspection.Version, inspection.ChangedAt, inspection.ChangedByName) = (inspection.Version + 1, act.At, act.Who.Name);
        return await change(work, inspection);
    }, cancel);

    private Code? CodeOf(long unit) => Code.OrNull(offices.Current.Unit(unit)?.Code);
}
