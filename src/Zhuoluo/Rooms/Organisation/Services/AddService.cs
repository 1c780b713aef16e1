using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.Tokens;

namespace Zhuoluo.Rooms.Organisation.Services;

/// <summary>Another program that may act here: one role over one unit and all below it, narrowed again by the scopes of its first token.</summary>
internal sealed record AddService(string Name, Role Role, long UnitId, IReadOnlyList<string> Scopes, DateOnly ExpiresOn);

internal sealed class AddServiceHandler(OrganisationWriter writer, Offices offices)
{
    public async Task<Outcome<TokenShown>> HandleAsync(AddService command, Act act, CancellationToken cancel)
    {
        if (act.Who.Only is not null || !Permissions.May(act.Who, Capability.ManageServices, offices.Current.Unit(command.UnitId)?.Path))
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
        return await writer.WriteAsync(act, async work =>
        {
            var program = Make(command, work);
            var today = LocalDay.Of(act.At);
            var role = new GiveRole(program.Id, command.Role, command.UnitId, today);
            if (GiveRoleHandler.Decide(role, [], offices.Current, act.NewId()).IsRefused(out var refusal, out var given))
            {
                return refusal;
            }
            var office = offices.Current.Unit(given.UnitId)!.Code;
            work.Db.Add(program);
            work.Record(new PersonAddedV1(new Code(office)), new Subject("person", program.Id));
            GiveRoleHandler.Apply(given, offices.Current, work);
            return await MakeTokenHandler.ApplyAsync(new MakeToken(program.Id, command.Name, command.Scopes, command.ExpiresOn), program, office, work, cancel);
        }, cancel);
    }

    private static Person Make(AddService command, Work work)
    {
        var id = work.Act.NewId();
        return new Person
        {
            Id = id,
            Name = command.Name.Trim(),
            LoginName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"program-{id}"),
            PasswordHash = Passwords.None,
            SecurityStamp = work.Act.Chance.Code(Stamps.Length),
            IsActive = true,
            IsProgram = true,
        };
    }
}
