using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>Lands an agreement as a project, writes down how far one without a project is, ends it, or corrects it.</summary>
internal sealed class MoveAgreementHandler(Writer writer, Offices offices)
{
    public Task<Outcome<AgreementDone>> HandleAsync(MoveAgreement asked, Act act, CancellationToken cancel) => writer.WriteAsync<AgreementDone>(act, async work =>
    {
        if (await work.Db.Set<Agreement>().SingleOrDefaultAsync(a => a.Id == asked.Id, cancel) is not { } agreement)
        {
            return new NotFound("agreement");
        }
        if ((await ProjectAsync(work, agreement, asked, cancel)).IsRefused(out var refusal, out var project)
            || AgreementRules.Decide(agreement, asked, project, offices.Current.Unit(agreement.UnitId)?.Path ?? "/", act).IsRefused(out refusal, out var ruling))
        {
            return refusal;
        }
        Apply(work, agreement, asked.Verb, ruling, project);
        return new AgreementDone(agreement.Id, agreement.Number, agreement.State, agreement.Version);
    }, cancel);

    /// <summary>Who stands beside a change: a member of staff by name, a job or operator by office.</summary>
    internal static string By(Act act) => act.Who.Kind == ActorKind.Staff ? act.Who.Name : act.Who.Office;

    // The one it has, or is to land as; null where there is none.
    private static async Task<Outcome<Project?>> ProjectAsync(Work work, Agreement agreement, MoveAgreement asked, CancellationToken cancel)
    {
        if (agreement.ProjectId is { } id)
        {
            return await work.Db.Set<Project>().SingleAsync(p => p.Id == id, cancel);
        }
        if (asked.Verb != AgreementVerb.Land || Choosing.Blank(asked.Project) is not { } number)
        {
            return Outcome.Of<Project?>(null);
        }
        return await work.Db.Set<Project>().SingleOrDefaultAsync(p => p.Number == number, cancel) is { } found ? found : new NoProjectOfNumber(number, nameof(asked.Project));
    }

    private void Apply(Work work, Agreement agreement, AgreementVerb verb, AgreementRuling ruling, Project? project)
    {
        var (act, from, type, fen) = (work.Act, agreement.State, agreement.Type, agreement.AmountFen);
        var isCorrection = verb == AgreementVerb.Correct;
        work.Db.Add(new AgreementStep
        {
            Id = act.NewId(),
            AgreementId = agreement.Id,
            Verb = verb,
            From = from,
            To = ruling.State,
            On = ruling.On,
            OldType = isCorrection ? type : null,
            OldFen = isCorrection ? fen : null,
            At = act.At,
            PersonName = act.Who.Name,
            OfficeId = offices.Current.UnitByCode(act.Who.Office)?.Id,
            Note = ruling.Text,
        });
        (agreement.State, agreement.Type, agreement.AmountFen, agreement.ProjectId) = (ruling.State, ruling.Type, ruling.AmountFen, ruling.ProjectId ?? agreement.ProjectId);
        agreement.StateOn = isCorrection ? agreement.StateOn : ruling.On;
        agreement.CancelledReason = verb == AgreementVerb.Cancel ? ruling.Text : null;
        (agreement.UpdatedAt, agreement.UpdatedBy, agreement.Version) = (act.At, By(act), agreement.Version + 1);
        var subject = new Subject("agreement", agreement.Id);
        if (isCorrection)
        {
            work.Record(new AgreementCorrectedV1(new Code(agreement.Number), type, ruling.Type, fen, ruling.AmountFen), subject);
            return;
        }
        work.Record(new AgreementMovedV1(new Code(agreement.Number), verb, from, ruling.State, ruling.On, Code.OrNull(project?.Number)), subject);
    }
}
