using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Appraisals;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Drafts a sheet, counts it anew, comments on units and issues it; the unit answers. Nothing of it changes after the issue but that answer.</summary>
internal sealed class AppraisalsHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> DraftAsync(DraftAppraisal command, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        var corrected = command.CorrectsId is { } old ? await work.Db.Set<Appraisal>().SingleOrDefaultAsync(a => a.Id == old && a.IssuedOn != null, cancel) : null;
        if (command.CorrectsId is not null && corrected is null)
        {
            return new NotFound("appraisal");
        }
        var wanted = corrected is null ? command : command with { Kind = corrected.Kind, OfficeId = corrected.OfficeId, Day = corrected.From, BeatId = null };
        if (AppraisalRules.Decide(wanted, act, offices.Current).IsRefused(out var refusal, out var title))
        {
            return refusal;
        }
        if (wanted.BeatId is { } beat && !await work.Db.Set<Beat>().AnyAsync(b => b.Id == beat && b.DoneOn == null, cancel))
        {
            return new NotFound("beat");
        }
        var appraisal = Drafted(wanted, title, act);
        var lines = await new Measuring(work.Db).ReadAsync(appraisal, wanted.UnitIds, offices.Current, cancel);
        if (lines.Count == 0)
        {
            return new AppraisalEmpty();
        }
        work.Db.Add(appraisal);
        work.Db.AddRange(lines);
        work.Record(new AppraisalDraftedV1(appraisal.Kind, CodeOf(appraisal.OfficeId), appraisal.From, appraisal.To, UnitsOn(lines), corrected is not null), new Subject("appraisal", appraisal.Id));
        return appraisal.Id;
    }, cancel);

    public Task<Outcome<Appraisal>> WriteAsync(WriteAppraisal command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, (work, appraisal) =>
    {
        if (AppraisalRules.Decide(appraisal, command, act).IsRefused(out var refusal, out var written))
        {
            return Task.FromResult<Outcome<Appraisal>>(refusal);
        }
        (appraisal.Title, appraisal.Summary) = (written.Title!, written.Summary);
        work.Record(new AppraisalWrittenV1(false), new Subject("appraisal", appraisal.Id));
        return Task.FromResult<Outcome<Appraisal>>(appraisal);
    }, cancel);

    public Task<Outcome<Appraisal>> RecountAsync(RecountAppraisal command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, async (work, appraisal) =>
    {
        if (AppraisalRules.RefuseChange(appraisal, act) is { } no)
        {
            return no;
        }
        var units = await work.Db.Set<AppraisalLine>().Where(l => l.AppraisalId == appraisal.Id).Select(l => l.UnitId).Distinct().ToListAsync(cancel);
        appraisal.AsOf = LocalDay.Of(act.At);
        await work.Db.Set<AppraisalLine>().Where(l => l.AppraisalId == appraisal.Id).ExecuteDeleteAsync(cancel);
        work.Db.AddRange(await new Measuring(work.Db).ReadAsync(appraisal, units, offices.Current, cancel));
        work.Record(new AppraisalWrittenV1(true), new Subject("appraisal", appraisal.Id));
        return appraisal;
    }, cancel);

    public Task<Outcome<Appraisal>> IssueAsync(IssueAppraisal command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, async (work, appraisal) =>
    {
        if (AppraisalRules.RefuseIssue(appraisal, act) is { } no)
        {
            return no;
        }
        var today = LocalDay.Of(act.At);
        (appraisal.IssuedOn, appraisal.IssuedByName) = (today, act.Who.Name);
        var units = await work.Db.Set<AppraisalLine>().Where(l => l.AppraisalId == appraisal.Id).Select(l => l.UnitId).Distinct().CountAsync(cancel);
        var remarks = await work.Db.Set<Remark>().CountAsync(r => r.AppraisalId == appraisal.Id, cancel);
        work.Record(
            new AppraisalIssuedV1(appraisal.Kind, CodeOf(appraisal.OfficeId), appraisal.From, appraisal.To, appraisal.AsOf, today, units, remarks, appraisal.CorrectsId is not null),
            new Subject("appraisal", appraisal.Id));
        if (appraisal.BeatId is { } id && await work.Db.Set<Beat>().SingleOrDefaultAsync(b => b.Id == id && b.DoneOn == null, cancel) is { } beat)
        {
            beat.AppraisalId = appraisal.Id;
            await FinishBeatHandler.FinishAsync(work, beat, today, appraisal.Title, offices.Current, cancel);
        }
        return appraisal;
    }, cancel);

    public Task<Outcome<Done>> RemarkAsync(RemarkOnUnit command, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (await work.Db.Set<Appraisal>().SingleOrDefaultAsync(a => a.Id == command.AppraisalId, cancel) is not { } appraisal)
        {
            return new NotFound("appraisal");
        }
        var isOnSheet = await work.Db.Set<AppraisalLine>().AnyAsync(l => l.AppraisalId == appraisal.Id && l.UnitId == command.UnitId, cancel);
        if (AppraisalRules.Decide(appraisal, isOnSheet, command, act).IsRefused(out var refusal, out var text))
        {
            return refusal;
        }
        var remark = await work.Db.Set<Remark>().SingleOrDefaultAsync(r => r.AppraisalId == appraisal.Id && r.UnitId == command.UnitId, cancel);
        switch (remark, text)
        {
            case (null, { } said):
                work.Db.Add(new Remark { Id = act.NewId(), AppraisalId = appraisal.Id, UnitId = command.UnitId, Text = said });
                break;
            case ({ } was, { } said):
                was.Text = said;
                break;
            case ({ } was, null):
                work.Db.Remove(was);
                break;
        }
        work.Record(new RemarkWrittenV1(CodeOf(command.UnitId), text is null), new Subject("appraisal", appraisal.Id));
        return Done.Value;
    }, cancel);

    public Task<Outcome<Remark>> AnswerAsync(AnswerRemark command, Act act, CancellationToken cancel) => writer.WriteAsync<Remark>(act, async work =>
    {
        if (await work.Db.Set<Remark>().SingleOrDefaultAsync(r => r.Id == command.Id, cancel) is not { } remark)
        {
            return new NotFound("remark");
        }
        var appraisal = await work.Db.Set<Appraisal>().SingleAsync(a => a.Id == remark.AppraisalId, cancel);
        if (AppraisalRules.Decide(appraisal, remark, command, act, offices.Current).IsRefused(out var refusal, out var answer))
        {
            return refusal;
        }
        (remark.Answer, remark.AnsweredOn, remark.AnsweredByName) = (answer, LocalDay.Of(act.At), act.Who.Name);
        work.Record(new RemarkAnsweredV1(CodeOf(remark.UnitId), remark.AnsweredOn.Value), new Subject("appraisal", appraisal.Id));
        return remark;
    }, cancel);

    private Task<Outcome<Appraisal>> ChangeAsync(long id, int version, Act act, Func<Work, Appraisal, Task<Outcome<Appraisal>>> change, CancellationToken cancel) => writer.WriteAsync(act, async work =>
    {
        if (await work.Db.Set<Appraisal>().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } appraisal)
        {
            return new NotFound("appraisal");
        }
        if (version != 0 && version != appraisal.Version)
        {
            return new ChangedMeanwhile(appraisal.ChangedByName, appraisal.ChangedAt);
        }
        (appraisal.Version, appraisal.ChangedAt, appraisal.ChangedByName) = (appraisal.Version + 1, act.At, act.Who.Name);
        return await change(work, appraisal);
    }, cancel);

    private static Appraisal Drafted(DraftAppraisal wanted, string title, Act act)
    {
        var (from, to) = AppraisalRules.PeriodOf(wanted.Kind, wanted.Day);
        return new Appraisal
        {
            Id = act.NewId(),
            Kind = wanted.Kind,
            OfficeId = wanted.OfficeId,
            Title = title,
            From = from,
            To = to,
            AsOf = LocalDay.Of(act.At),
            DraftedById = act.Who.PersonId,
            DraftedByName = act.Who.Name,
            CorrectsId = wanted.CorrectsId,
            BeatId = wanted.BeatId,
            ChangedByName = act.Who.Name,
            ChangedAt = act.At,
        };
    }

    private static int UnitsOn(IReadOnlyList<AppraisalLine> lines) => lines.Select(l => l.UnitId).Distinct().Count();

    private Code? CodeOf(long unit) => Code.OrNull(offices.Current.Unit(unit)?.Code);
}
