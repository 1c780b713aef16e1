using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Projects.Lights;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Projects.Tallying;

/// <summary>zhuoluo projects lights | tallies check | tallies rebuild.</summary>
internal static class ProjectsCommand
{
    public static Command Create() => new("projects", "Judge the lights of projects; check or rebuild their counts")
    {
        Make("lights", "Judge every light now instead of tonight", async (services, act) =>
        {
            var changed = await services.GetRequiredService<JudgeLights>().RunAsync(act, CancellationToken.None);
            await services.GetRequiredService<Pump>().DrainAsync(CancellationToken.None);
            await Console.Out.WriteLineAsync($"{changed} changed");
            return Exit.Done;
        }),
        new Command("tallies", "Check or rebuild the counts of projects")
        {
            Make("check", "Count all projects anew and compare; exit code 1 when a count is wrong", async (services, act) =>
            {
                var wrong = await services.GetRequiredService<ProjectTallyCheck>().CompareAsync(act, CancellationToken.None);
                await Console.Out.WriteLineAsync($"{wrong} wrong");
                return wrong == 0 ? Exit.Done : Exit.Refused;
            }),
            Make("rebuild", "Throw the counts away and count all projects anew", async (services, act) =>
            {
                await Console.Out.WriteLineAsync($"{await services.GetRequiredService<ProjectTallyCheck>().RebuildAsync(act, CancellationToken.None)} projects counted");
                return Exit.Done;
            }),
        },
    };

    private static Command Make(string name, string description, Func<IServiceProvider, Act, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction(async (_, cancel) =>
        {
            var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), AppOptions.DefaultUrls, IsDemo: false);
            await DataRoom.MigrateAsync(options.Database, cancel);
            await using var services = App.BuildServices(options);
            return await run(services, services.GetRequiredService<ActFactory>().New(Actor.Operator("projects-" + name), Door.Command));
        });
        return command;
    }
}
