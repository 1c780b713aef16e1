using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation.ChangePerson;

/// <summary>A new password made by chance, shown once; it must be changed at the first sign-in. All sessions of the person end.</summary>
internal sealed record ResetPassword(long PersonId);

internal sealed class ResetPasswordHandler(OrganisationWriter writer, Staff staff, Passwords passwords, SessionKeeper sessions)
{
    // 80 bits, easily read out over the telephone; letters and digits by its dashes and alphabet.
    private const int Length = 16;

    public async Task<Outcome<string>> HandleAsync(ResetPassword command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManagePeople))
        {
            return new NotPermitted();
        }
        var password = string.Join('-', act.Chance.Code(Length).Chunk(4).Select(part => new string(part)));
        var hash = passwords.Hash(password);
        var office = (await staff.ActorAsync(command.PersonId, act.At, cancel))?.Office ?? "staff";
        var outcome = await writer.WriteAsync<string>(act, async work =>
        {
            if (await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == command.PersonId, cancel) is not { } person)
            {
                return new NotFound("person");
            }
            work.Db.Entry(person).CurrentValues.SetValues(person with
            {
                PasswordHash = hash,
                PasswordSetOn = LocalDay.Of(act.At),
                MustChangePassword = true,
                SecurityStamp = act.Chance.Code(Stamps.Length),
                FailedCount = 0,
                LockedUntil = null,
            });
            work.Record(new StaffPasswordChangedV1(new Code(office), ByOther: true), new Subject("person", person.Id));
            return password;
        }, cancel);
        await sessions.EndAllAsync(command.PersonId, but: null, act, cancel);
        return outcome;
    }
}
