using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Matters.Tallying;

/// <summary>zhuoluo tallies check | rebuild.</summary>
internal static class TalliesCommand
{
    private const int MostShown = 20;

    public static Command Create() => new("tallies", "Check or rebuild the counts behind statistics") { Check(), Rebuild() };

    private static Command Check()
    {
        var command = new Command("check", "Count all matters anew and compare; exit code 1 when a count is wrong");
        command.SetAction((_, cancel) => RunAsync("tallies-check", async (check, act) =>
        {
            var differences = await check.CompareAsync(act, cancel);
            foreach (var d in differences.Take(MostShown))
            {
                await Console.Out.WriteLineAsync($"{d.Key.By} {d.Key.Key} {d.Key.Month} {d.Key.State} {d.Key.Outcome}: {d.Kept} instead of {d.Counted}");
            }
            await Console.Out.WriteLineAsync($"{differences.Count} wrong");
            return differences.Count == 0 ? Exit.Done : Exit.Refused;
        }));
        return command;
    }

    private static Command Rebuild()
    {
        var command = new Command("rebuild", "Throw the counts away and count all matters anew");
        command.SetAction((_, cancel) => RunAsync("tallies-rebuild", async (check, act) =>
        {
            await Console.Out.WriteLineAsync($"{await check.RebuildAsync(act, cancel)} matters counted");
            return Exit.Done;
        }));
        return command;
    }

    private static async Task<int> RunAsync(string name, Func<TallyCheck, Act, Task<int>> run)
    {
        var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), AppOptions.DefaultUrls, IsDemo: false);
        await DataRoom.MigrateAsync(options.Database, default);
        await using var services = App.BuildServices(options);
        var act = services.GetRequiredService<ActFactory>().New(Actor.Operator(name), Door.Command);
        return await run(services.GetRequiredService<TallyCheck>(), act);
    }
}
