using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// Without a password the person cannot sign in until one is set; one that somebody else knows must be changed at the first
/// sign-in. The first role may be given later; its person id is ignored.
/// </summary>
internal sealed record AddPerson(string Name, string LoginName, string? Password, string? Phone, GiveRole? First, bool MustChangePassword = true);

internal sealed class AddPersonHandler(OrganisationWriter writer, Offices offices, Passwords passwords)
{
    public const int LongestName = 40;

    public static Refusal? Refuse(AddPerson command)
    {
        var login = LoginName.Normal(command.LoginName);
        return string.IsNullOrWhiteSpace(command.Name) ? new Missing("Name")
            : command.Name.Length > LongestName ? new TooLong("Name", LongestName)
            : !LoginName.IsGood(login) ? new BadLoginName("LoginName")
            : command.Password is { } password && !Passwords.IsGoodEnough(password, login) ? new WeakPassword("Password")
            : null;
    }

    public async Task<Outcome<long>> HandleAsync(AddPerson command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManagePeople))
        {
            return new NotPermitted();
        }
        if (Refuse(command) is { } refusal)
        {
            return refusal;
        }
        var hash = command.Password is { } password ? passwords.Hash(password) : Passwords.None;
        return await writer.WriteAsync<long>(act, async work =>
        {
            var login = LoginName.Normal(command.LoginName);
            if (await work.Db.Set<Person>().AnyAsync(p => p.LoginName == login, cancel))
            {
                return new LoginNameTaken();
            }
            var person = Make(command, hash, work);
            if (command.First is not { } first)
            {
                work.Db.Add(person);
                work.Record(new PersonAddedV1(null), new Subject("person", person.Id));
                return person.Id;
            }
            return GiveRoleHandler.Decide(first with { PersonId = person.Id }, [], offices.Current, act.NewId()).Then(given =>
            {
                work.Db.Add(person);
                work.Record(new PersonAddedV1(new Code(offices.Current.Unit(given.UnitId)!.Code)), new Subject("person", person.Id));
                GiveRoleHandler.Apply(given, offices.Current, work);
                return person.Id;
            });
        }, cancel);
    }

    internal static Person Make(AddPerson command, string hash, Work work)
    {
        var person = new Person
        {
            Id = work.Act.NewId(),
            Name = command.Name.Trim(),
            LoginName = LoginName.Normal(command.LoginName),
            PasswordHash = hash,
            MustChangePassword = command.MustChangePassword,
            SecurityStamp = work.Act.Chance.Code(Stamps.Length),
            IsActive = true,
        };
        return PersonPhone.Seal(person, command.Phone, work);
    }
}
