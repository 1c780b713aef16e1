using System.CommandLine;
using Zhuoluo.Rooms.Organisation.SaveUnit;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Organisation.Commands;

/// <summary>zhuoluo unit list | add.</summary>
internal static class UnitCommand
{
    public static Command Create() => new("unit", "Units and windows") { CreateList(), CreateAdd() };

    private static Command CreateList()
    {
        var kind = new Option<UnitKind?>("--kind") { Description = "Only units of this kind" };
        var command = new Command("list", "Code, kind and name of every unit, one a line, separated by tabs") { kind };
        command.SetAction((parsed, cancel) => Commanded.RunAsync("operator", async (services, _) =>
        {
            var wanted = parsed.GetValue(kind);
            foreach (var unit in services.GetRequiredService<Offices>().Current.Units.Where(u => wanted is null || u.Kind == wanted))
            {
                await Console.Out.WriteLineAsync($"{unit.Code}\t{unit.Kind}\t{unit.Name}");
            }
            return Exit.Done;
        }, cancel));
        return command;
    }

    private static Command CreateAdd()
    {
        var code = new Option<string>("--code") { Description = "Division code, or division code, dash and number", Required = true };
        var name = new Option<string>("--name") { Description = "Name of the unit", Required = true };
        var kind = new Option<UnitKind>("--kind") { Description = "Kind of the unit", Required = true };
        var under = new Option<string?>("--under") { Description = "Code or name of the unit above it" };
        var room = new Option<string?>("--room") { Description = "Hall and counter of a window" };
        var by = Commanded.As();
        var command = new Command("add", "Add a unit or window") { code, name, kind, under, room, by };
        command.SetAction((parsed, cancel) => Commanded.RunAsync(parsed.GetValue(by)!, async (services, act) =>
        {
            var above = default(Unit);
            if (parsed.GetValue(under) is { } word && (above = await Commanded.UnitAsync(services, word)) is null)
            {
                return Exit.Refused;
            }
            var outcome = await services.GetRequiredService<SaveUnitHandler>().HandleAsync(
                new UnitToSave(null, parsed.GetValue(code)!, parsed.GetValue(name)!, parsed.GetValue(kind), above?.Id, null, parsed.GetValue(room), null, null, []), act, cancel);
            return outcome.IsRefused(out var refusal, out _) ? await Commanded.RefusedAsync(refusal) : Exit.Done;
        }, cancel));
        return command;
    }
}
