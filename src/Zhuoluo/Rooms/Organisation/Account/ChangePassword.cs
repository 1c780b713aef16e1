using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.Account;

internal sealed record ChangePassword(long PersonId, string Present, string Wanted);

internal sealed record WrongPassword() : Refusal("wrong-password")
{
    public override string? Field => "Present";
}

/// <summary>A person changes the own password; all other sessions of the person end.</summary>
internal sealed class ChangePasswordHandler(IDbContextFactory<ZhuoluoContext> reads, OrganisationWriter writer, Passwords passwords)
{
    /// <returns>The new stamp, for the session that goes on.</returns>
    public async Task<Outcome<string>> HandleAsync(ChangePassword command, Act act, CancellationToken cancel)
    {
        if (act.Who.PersonId != command.PersonId)
        {
            return new NotPermitted();
        }
        await using var db = await reads.CreateDbContextAsync(cancel);
        var found = await db.Set<Person>().SingleAsync(p => p.Id == command.PersonId, cancel);
        if (!passwords.Matches(found.PasswordHash, command.Present))
        {
            return new WrongPassword();
        }
        if (!Passwords.IsGoodEnough(command.Wanted, found.LoginName) || command.Wanted == command.Present)
        {
            return new WeakPassword("Wanted");
        }
        var hash = passwords.Hash(command.Wanted);
        return await writer.WriteAsync<string>(act, async work =>
        {
            var person = await work.Db.Set<Person>().SingleAsync(p => p.Id == command.PersonId, cancel);
            if (person.PasswordHash != found.PasswordHash)
            {
                return new WrongPassword();
            }
            var stamp = act.Chance.Code(Stamps.Length);
            work.Db.Entry(person).CurrentValues.SetValues(person with { PasswordHash = hash, PasswordSetOn = LocalDay.Of(act.At), MustChangePassword = false, SecurityStamp = stamp });
            work.Record(new StaffPasswordChangedV1(new Code(act.Who.Office), ByOther: false), new Subject("person", person.Id));
            return stamp;
        }, cancel);
    }
}
