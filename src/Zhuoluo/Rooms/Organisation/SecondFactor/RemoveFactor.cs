using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>The person, after showing the factor once more; or an administrator, for somebody who lost everything.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="PasskeyId">That passkey; null: the authenticator with its recovery codes, and for an administrator all passkeys too.</param>
internal sealed record RemoveFactor(long PersonId, long? PasskeyId);

internal sealed class RemoveFactorHandler(OrganisationWriter writer, Staff staff)
{
    public async Task<Outcome<Done>> HandleAsync(RemoveFactor command, Act act, CancellationToken cancel)
    {
        var isOwn = act.Who.PersonId == command.PersonId;
        if (act.Who.Only is not null || (!isOwn && !Permissions.May(act.Who, Capability.ManagePeople)))
        {
            return new NotPermitted();
        }
        var office = new Code((await staff.ActorAsync(command.PersonId, act.At, cancel))?.Office ?? "staff");
        return await writer.WriteAsync<Done>(act, async work =>
        {
            var subject = new Subject("person", command.PersonId);
            var passkeys = work.Db.Set<Passkey>().Where(k => k.PersonId == command.PersonId && (command.PasskeyId == null || k.Id == command.PasskeyId));
            if ((command.PasskeyId is not null || !isOwn) && await passkeys.ExecuteDeleteAsync(cancel) > 0)
            {
                work.Record(new StaffFactorChangedV1(office, FactorKind.Passkey, Added: false), subject);
            }
            if (command.PasskeyId is null && await work.Db.Set<Authenticator>().AsTracking().SingleOrDefaultAsync(a => a.PersonId == command.PersonId, cancel) is { } held)
            {
                work.Db.Remove(held);
                await work.Db.Set<SubjectKey>().Where(k => k.Id == held.KeyId).ExecuteDeleteAsync(cancel);
                work.Record(new StaffFactorChangedV1(office, FactorKind.Authenticator, Added: false), subject);
            }
            if (!await work.Db.Set<Passkey>().AnyAsync(k => k.PersonId == command.PersonId, cancel) || command.PasskeyId is null)
            {
                await work.Db.Set<RecoveryCode>().Where(c => c.PersonId == command.PersonId).ExecuteDeleteAsync(cancel);
            }
            return Done.Value;
        }, cancel);
    }
}
