using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SecondFactor;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation.Passkeys;

internal sealed record PasskeyRefused() : Refusal("passkey-refused");

internal sealed record TooManyPasskeys() : Refusal("too-many-passkeys")
{
    public override IReadOnlyList<object> Arguments => [PasskeyHandlers.MostEach];
}

/// <summary>Keeps a new passkey, and lets in whoever shows one. What the browser sent was checked by the handler of ASP.NET Core Identity.</summary>
internal sealed class PasskeyHandlers(OrganisationWriter organisation, Writer writer, Staff staff)
{
    public const int MostEach = 10;

    /// <summary>The person, if there is a passkey of theirs.</summary>
    public static Task<Person?> HolderAsync(ZhuoluoContext db, long personId, CancellationToken cancel) =>
        db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId && db.Set<Passkey>().Any(k => k.PersonId == p.Id), cancel);

    public Task<Outcome<Done>> AddAsync(long personId, string name, UserPasskeyInfo made, Act act, CancellationToken cancel) => organisation.WriteAsync<Done>(act, async work =>
    {
        if (act.Who.PersonId != personId)
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<Passkey>().AnyAsync(k => k.CredentialId == made.CredentialId, cancel))
        {
            return new PasskeyRefused();
        }
        if (await work.Db.Set<Passkey>().CountAsync(k => k.PersonId == personId, cancel) >= MostEach)
        {
            return new TooManyPasskeys();
        }
        work.Db.Add(new Passkey
        {
            Id = act.NewId(),
            PersonId = personId,
            Name = name,
            CredentialId = made.CredentialId,
            PublicKey = made.PublicKey,
            SignCount = made.SignCount,
            Transports = string.Join(' ', made.Transports ?? []),
            IsUserVerified = made.IsUserVerified,
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            AttestationObject = made.AttestationObject,
            ClientData = made.ClientDataJson,
            MadeAt = act.At,
        });
        work.Record(new StaffFactorChangedV1(new Code(act.Who.Office), FactorKind.Passkey, Added: true), new Subject("person", personId));
        return Done.Value;
    }, cancel);

    /// <summary>A passkey with the device's own check of the person is both factors at once.</summary>
    public async Task<Outcome<Session>> EnterAsync(Person found, UserPasskeyInfo shown, bool isAgain, Act act, CancellationToken cancel)
    {
        var who = await staff.ActorAsync(found.Id, act.At, cancel) ?? Actor.Public;
        var office = new Code(who.Office);
        var outcome = await writer.WriteAsync<Session?>(act with { Who = who }, async work =>
        {
            var person = await work.Db.Set<Person>().SingleAsync(p => p.Id == found.Id, cancel);
            var (isIn, changed, locks) = SignInHandler.Decide(person, matches: true, act.At);
            if (!isIn || await work.Db.Set<Passkey>().AsTracking().SingleOrDefaultAsync(k => k.CredentialId == shown.CredentialId && k.PersonId == person.Id, cancel) is not { } key)
            {
                return (Session?)null;
            }
            work.Db.Entry(key).CurrentValues.SetValues(key with { SignCount = shown.SignCount, IsBackedUp = shown.IsBackedUp, UsedOn = LocalDay.Of(act.At) });
            if (isAgain)
            {
                work.Record(new StaffConfirmedV1(office, SignInWay.Passkey), new Subject("person", person.Id));
            }
            else
            {
                work.Db.Entry(person).CurrentValues.SetValues(changed!);
                SignInHandler.Record(work, person.Id, office, SignInWay.Passkey, locks);
            }
            return new Session(person.Id, person.SecurityStamp);
        }, cancel);
        return outcome.Match<Outcome<Session>>(s => s is null ? new PasskeyRefused() : s, r => r);
    }
}
