using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.ChangePerson;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Organisation.Commands;

/// <summary>zhuoluo person add | reset: for whoever has a shell on the server, also when the last administrator forgot the password.</summary>
internal static class PersonCommand
{
    public static Command Create() => new("person", "Members of staff") { CreateAdd(), CreateReset() };

    private static Command CreateAdd()
    {
        var login = new Option<string>("--login") { Description = "Login name", Required = true };
        var name = new Option<string>("--name") { Description = "Name of the person", Required = true };
        var unit = new Option<string>("--unit") { Description = "Code, name or other name of the unit", Required = true };
        var role = new Option<string>("--role") { Description = $"One of: {string.Join(", ", Permissions.Roles)}", Required = true };
        var by = Commanded.As();
        var command = new Command("add", "Add a person with a role; the first password is printed once") { login, name, unit, role, by };
        command.SetAction((parsed, cancel) => Commanded.RunAsync(parsed.GetValue(by)!, async (services, act) =>
        {
            if (LineRules.RoleOf(parsed.GetValue(role)!) is not { } given)
            {
                return await Commanded.RefusedAsync(new RoleNotForPeople());
            }
            if (await Commanded.UnitAsync(services, parsed.GetValue(unit)!) is not { } at)
            {
                return Exit.Refused;
            }
            var first = new GiveRole(0, given, at.Id, LocalDay.Of(act.At));
            var outcome = await services.GetRequiredService<AddPersonHandler>()
                .HandleAsync(new AddPerson(parsed.GetValue(name)!, parsed.GetValue(login)!, null, null, first), act, cancel);
            return outcome.IsRefused(out var refusal, out var id) ? await Commanded.RefusedAsync(refusal) : await ResetAsync(services, id, act, cancel);
        }, cancel));
        return command;
    }

    private static Command CreateReset()
    {
        var login = new Option<string>("--login") { Description = "Login name", Required = true };
        var by = Commanded.As();
        var command = new Command("reset", "Make a new password, printed once, to be changed at the next sign-in") { login, by };
        command.SetAction((parsed, cancel) => Commanded.RunAsync(parsed.GetValue(by)!, async (services, act) =>
        {
            var wanted = LoginName.Normal(parsed.GetValue(login)!);
            await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
            return await db.Set<Person>().SingleOrDefaultAsync(p => p.LoginName == wanted, cancel) is { } person
                ? await ResetAsync(services, person.Id, act, cancel)
                : await Commanded.RefusedAsync(new NotFound("person"));
        }, cancel));
        return command;
    }

    private static async Task<int> ResetAsync(IServiceProvider services, long id, Act act, CancellationToken cancel)
    {
        var outcome = await services.GetRequiredService<ResetPasswordHandler>().HandleAsync(new ResetPassword(id), act, cancel);
        if (outcome.IsRefused(out var refusal, out var password))
        {
            return await Commanded.RefusedAsync(refusal);
        }
        await Console.Out.WriteLineAsync($"password: {password}");
        return Exit.Done;
    }
}
