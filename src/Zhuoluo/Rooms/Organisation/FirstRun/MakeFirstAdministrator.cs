using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.FirstRun;

internal sealed record MakeFirstAdministrator(string FirstRunCode, SetUpCounty County, string Name, string LoginName, string Password);

internal sealed record WrongFirstRunCode() : Refusal("wrong-first-run-code")
{
    public override string? Field => "Code";
}

internal sealed class MakeFirstAdministratorHandler(OrganisationWriter writer, Passwords passwords)
{
    public async Task<Outcome<SignIn.Session>> HandleAsync(MakeFirstAdministrator command, Act act, CancellationToken cancel)
    {
        var login = LoginName.Normal(command.LoginName);
        if (!LoginName.IsGood(login))
        {
            return new BadLoginName("LoginName");
        }
        if (!Passwords.IsGoodEnough(command.Password, login))
        {
            return new WeakPassword("Password");
        }
        var hash = passwords.Hash(command.Password);
        return await writer.WriteAsync<SignIn.Session>(act, async work =>
        {
            var code = await work.Db.Set<FirstRunCode>().SingleOrDefaultAsync(cancel);
            var anybody = await work.Db.Set<Person>().AnyAsync(cancel);
            if (anybody || !Opens(code, command.FirstRunCode))
            {
                return new WrongFirstRunCode();
            }
            code!.UsedAt = act.At;
            var county = await SetUpCountyHandler.ApplyAsync(command.County, work, cancel);
            if (county.IsRefused(out var refusal, out var unitId))
            {
                return refusal;
            }
            return Apply(command, login, hash, unitId, work);
        }, cancel);
    }

    private static bool Opens(FirstRunCode? code, string typed) =>
        code is { UsedAt: null } && CryptographicOperations.FixedTimeEquals(code.Hash, FirstRunCodes.HashOf(typed));

    private static SignIn.Session Apply(MakeFirstAdministrator command, string login, string hash, long unitId, Work work)
    {
        var person = new Person
        {
            Id = work.Act.NewId(),
            Name = command.Name.Trim(),
            LoginName = login,
            PasswordHash = hash,
            SecurityStamp = work.Act.Chance.Code(Stamps.Length),
            IsActive = true,
        };
        var role = new RoleAssignment
        {
            Id = work.Act.NewId(),
            PersonId = person.Id,
            Role = Role.Administrator,
            UnitId = unitId,
            From = LocalDay.Of(work.Act.At),
            Kind = AssignmentKind.Regular,
        };
        var unit = new Code(command.County.Code);
        work.Db.AddRange(person, role);
        work.Record(new PersonAddedV1(unit), new Subject("person", person.Id));
        work.Record(new RoleGivenV1(role.Role, unit, role.Kind, role.From, null, null), new Subject("person", person.Id));
        return new SignIn.Session(person.Id, person.SecurityStamp);
    }
}
