using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation.ChangePerson;

/// <summary>A null phone leaves the number as it is; an empty one removes it. Closing an account ends its sessions.</summary>
internal sealed record ChangePerson(long Id, string Name, string? Phone, bool IsActive);

/// <summary>Nobody closes the own account: the last administrator could lock everybody out.</summary>
internal sealed record OwnAccount() : Refusal("own-account")
{
    public override string? Field => "IsActive";
}

internal sealed class ChangePersonHandler(OrganisationWriter writer, SessionKeeper sessions)
{
    public async Task<Outcome<Done>> HandleAsync(ChangePerson command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManagePeople))
        {
            return new NotPermitted();
        }
        if (string.IsNullOrWhiteSpace(command.Name))
        {
            return new Missing("Name");
        }
        if (command.Name.Length > AddPersonHandler.LongestName)
        {
            return new TooLong("Name", AddPersonHandler.LongestName);
        }
        if (!command.IsActive && act.Who.PersonId == command.Id)
        {
            return new OwnAccount();
        }
        var outcome = await writer.WriteAsync<Done>(act, async work =>
        {
            if (await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == command.Id, cancel) is not { } person)
            {
                return new NotFound("person");
            }
            var changed = person with { Name = command.Name.Trim(), IsActive = command.IsActive, LockedUntil = null, FailedCount = 0 };
            changed = command.Phone is null ? changed : PersonPhone.Seal(changed, command.Phone, work);
            work.Db.Entry(person).CurrentValues.SetValues(changed);
            work.Record(new PersonChangedV1(command.IsActive), new Subject("person", person.Id));
            return Done.Value;
        }, cancel);
        if (!command.IsActive)
        {
            await sessions.EndAllAsync(command.Id, but: null, act, cancel);
        }
        return outcome;
    }
}
