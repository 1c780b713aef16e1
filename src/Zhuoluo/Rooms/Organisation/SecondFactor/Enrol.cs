using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

internal sealed record AuthenticatorTaken() : Refusal("authenticator-taken")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed record WrongFirstCode() : Refusal("wrong-first-code")
{
    public override string? Field => "Code";
}

/// <summary>Sets up an authenticator app: a secret is made, and counts from the first right code on.</summary>
internal sealed class EnrolHandler(OrganisationWriter writer)
{
    /// <summary>A new secret, in place of one that was never confirmed.</summary>
    public Task<Outcome<Done>> BeginAsync(long personId, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (act.Who.PersonId != personId)
        {
            return new NotPermitted();
        }
        var held = await work.Db.Set<Authenticator>().AsTracking().SingleOrDefaultAsync(a => a.PersonId == personId, cancel);
        if (held?.ConfirmedAt is not null)
        {
            return new AuthenticatorTaken();
        }
        var key = work.Vault.NewKey(act);
        var made = new Authenticator
        {
            PersonId = personId,
            KeyId = key.Id,
            SecretSealed = work.Vault.Seal(key, act.Chance.Bytes(Totp.SecretLength), Factors.Bound(personId), act.Chance),
            MadeAt = act.At,
            LastStep = 0,
        };
        work.Db.Add(key);
        if (held is null)
        {
            work.Db.Add(made);
        }
        else
        {
            await work.Db.Set<SubjectKey>().Where(k => k.Id == held.KeyId).ExecuteDeleteAsync(cancel);
            work.Db.Entry(held).CurrentValues.SetValues(made);
        }
        return Done.Value;
    }, cancel);

    /// <returns>Recovery codes, shown once.</returns>
    public Task<Outcome<IReadOnlyList<string>>> ConfirmAsync(long personId, string code, Act act, CancellationToken cancel) => writer.WriteAsync(act, async work =>
    {
        if (act.Who.PersonId != personId
            || await work.Db.Set<Authenticator>().AsTracking().SingleOrDefaultAsync(a => a.PersonId == personId && a.ConfirmedAt == null, cancel) is not { } authenticator)
        {
            return new NotPermitted();
        }
        if (!await Factors.TakeAsync(work, authenticator, code, cancel))
        {
            return new WrongFirstCode();
        }
        work.Record(new StaffFactorChangedV1(new Code(act.Who.Office), FactorKind.Authenticator, Added: true), new Subject("person", personId));
        return Outcome.Of(await NewCodesAsync(work, personId, cancel));
    }, cancel);

    /// <summary>Ten new recovery codes; the old ones are worth nothing.</summary>
    public Task<Outcome<IReadOnlyList<string>>> RenewCodesAsync(long personId, Act act, CancellationToken cancel) => writer.WriteAsync(act, async work =>
    {
        if (act.Who.PersonId != personId || !await Factors.AnyAsync(work.Db, personId, cancel))
        {
            return new NotPermitted();
        }
        return Outcome.Of(await NewCodesAsync(work, personId, cancel));
    }, cancel);

    private static async Task<IReadOnlyList<string>> NewCodesAsync(Work work, long personId, CancellationToken cancel)
    {
        await work.Db.Set<RecoveryCode>().Where(c => c.PersonId == personId).ExecuteDeleteAsync(cancel);
        work.Record(new StaffFactorChangedV1(new Code(work.Act.Who.Office), FactorKind.RecoveryCodes, Added: true), new Subject("person", personId));
        return RecoveryCodes.Make(work, personId);
    }
}
