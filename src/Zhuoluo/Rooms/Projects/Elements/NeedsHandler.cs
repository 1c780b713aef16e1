using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Investment;

namespace Zhuoluo.Rooms.Projects.Elements;

/// <summary>Asks for an element that a project needs, gives it to a unit, answers it (row H08).</summary>
internal sealed class NeedsHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> AskAsync(AskElement asked, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        if (await work.Db.Set<Project>().SingleOrDefaultAsync(p => p.Id == asked.ProjectId, cancel) is not { } project)
        {
            return new NotFound("project");
        }
        var once = asked.OnceKey is null ? null : "need/" + asked.OnceKey;
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is { } earlier)
        {
            return earlier;
        }
        if (NeedRules.Decide(asked, project, offices.Current, act).IsRefused(out var refusal, out var decided))
        {
            return refusal;
        }
        var need = new ElementNeed
        {
            Id = act.NewId(),
            ProjectId = project.Id,
            Kind = decided.Kind,
            Text = decided.Text,
            AskedById = project.LeadUnitId,
            AskedOn = LocalDay.Of(act.At),
            UnitId = decided.UnitId,
            DueOn = decided.DueOn,
            State = decided.UnitId is null ? NeedState.Asked : NeedState.Assigned,
            UpdatedAt = act.At,
            UpdatedBy = MoveAgreementHandler.By(act),
        };
        work.Db.Add(need);
        work.Record(new NeedAskedV1(new Code(project.Number), need.Kind, UnitCode(need), need.DueOn), new Subject("need", need.Id));
        if (once is not null)
        {
            work.RememberDone(once, need.Id);
        }
        return need.Id;
    }, cancel);

    public Task<Outcome<ElementNeed>> AssignAsync(AssignNeed asked, Act act, CancellationToken cancel) => ChangeAsync(asked.Id, act, (work, need, project) =>
    {
        if (NeedRules.Refuse(need, asked, offices.Current, act) is { } refusal)
        {
            return refusal;
        }
        (need.UnitId, need.DueOn, need.State) = (asked.UnitId, asked.DueOn, NeedState.Assigned);
        work.Record(new NeedAssignedV1(project, need.Kind, UnitCode(need), need.DueOn), new Subject("need", need.Id));
        return need;
    }, cancel);

    public Task<Outcome<ElementNeed>> AnswerAsync(AnswerNeed asked, Act act, CancellationToken cancel) => ChangeAsync(asked.Id, act, (work, need, project) =>
    {
        if (NeedRules.Decide(need, asked, offices.Current, act).IsRefused(out var refusal, out var decided))
        {
            return refusal;
        }
        (need.State, need.Answer, need.AnsweredOn) = (decided.IsGuaranteed ? NeedState.Guaranteed : NeedState.Refused, decided.Text, decided.On);
        work.Record(new NeedAnsweredV1(project, need.Kind, UnitCode(need), decided.IsGuaranteed, need.DueOn, decided.On!.Value), new Subject("need", need.Id));
        return need;
    }, cancel);

    private Task<Outcome<ElementNeed>> ChangeAsync(long id, Act act, Func<Work, ElementNeed, Code, Outcome<ElementNeed>> change, CancellationToken cancel) => writer.WriteAsync<ElementNeed>(act, async work =>
    {
        if (await work.Db.Set<ElementNeed>().SingleOrDefaultAsync(n => n.Id == id, cancel) is not { } need)
        {
            return new NotFound("need");
        }
        var number = await work.Db.Set<Project>().Where(p => p.Id == need.ProjectId).Select(p => p.Number).SingleAsync(cancel);
        if (change(work, need, new Code(number)).IsRefused(out var refusal, out var changed))
        {
            return refusal;
        }
        (changed.UpdatedAt, changed.UpdatedBy, changed.Version) = (act.At, MoveAgreementHandler.By(act), changed.Version + 1);
        return changed;
    }, cancel);

    private Code? UnitCode(ElementNeed need) => need.UnitId is { } unit ? Code.OrNull(offices.Current.Unit(unit)?.Code) : null;
}
