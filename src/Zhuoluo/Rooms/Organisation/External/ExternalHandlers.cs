using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SecondFactor;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation.External;

internal sealed record UnknownIdentity() : Refusal("unknown-identity");

/// <summary>Lets in whom the issuer names, if that person connected the identity before. It makes nobody and gives nothing.</summary>
internal sealed class ExternalHandlers(Writer writer, Staff staff)
{
    public async Task<Outcome<Session>> EnterAsync(ExternalSubject subject, Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync<Session?>(act, async work =>
        {
            var person = await work.Db.Set<ExternalIdentity>().Where(i => i.Issuer == subject.Issuer && i.Subject == subject.Subject)
                .Join(work.Db.Set<Person>(), i => i.PersonId, p => p.Id, (_, p) => p).SingleOrDefaultAsync(cancel);
            if (person is null)
            {
                return (Session?)null;
            }
            var (isIn, changed, _) = SignInHandler.Decide(person, matches: true, act.At);
            if (isIn && await Factors.AnyAsync(work.Db, person.Id, cancel))
            {
                return new Session(person.Id, person.SecurityStamp, NeedsSecond: true);
            }
            if (changed is not null)
            {
                work.Db.Entry(person).CurrentValues.SetValues(changed);
                var office = new Code((await staff.ActorAsync(person.Id, act.At, cancel) ?? Actor.Public).Office);
                SignInHandler.Record(work, person.Id, office, SignInWay.External, locks: false);
            }
            return isIn ? new Session(person.Id, person.SecurityStamp) : (Session?)null;
        }, cancel);
        return outcome.Match<Outcome<Session>>(s => s is null ? new UnknownIdentity() : s, r => r);
    }

    public Task<Outcome<Done>> ConnectAsync(long personId, ExternalSubject subject, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (act.Who.PersonId != personId)
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<ExternalIdentity>().AnyAsync(i => i.Issuer == subject.Issuer && i.Subject == subject.Subject, cancel))
        {
            return new UnknownIdentity();
        }
        work.Db.Add(new ExternalIdentity { Id = act.NewId(), PersonId = personId, Issuer = subject.Issuer, Subject = subject.Subject, MadeAt = act.At });
        work.Record(new StaffFactorChangedV1(new Code(act.Who.Office), FactorKind.External, Added: true), new Subject("person", personId));
        return Done.Value;
    }, cancel);

    public Task<Outcome<Done>> DisconnectAsync(long id, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        var me = act.Who.PersonId ?? 0;
        if (await work.Db.Set<ExternalIdentity>().Where(i => i.Id == id && i.PersonId == me).ExecuteDeleteAsync(cancel) == 0)
        {
            return new NotFound("identity");
        }
        work.Record(new StaffFactorChangedV1(new Code(act.Who.Office), FactorKind.External, Added: false), new Subject("person", me));
        return Done.Value;
    }, cancel);
}
