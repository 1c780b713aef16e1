using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Matters.Privacy.Retention;

/// <summary>zhuoluo retention propose | approve | run.</summary>
internal static class RetentionCommand
{
    public static Command Create() => new("retention", "Erase personal data that are kept longer than the rules say") { Propose(), Approve(), Run() };

    private static Command Propose()
    {
        var command = new Command("propose", "List what is over; prints how many, and the number of the list");
        command.SetAction((_, cancel) => RunAsync("retention-propose", async (services, act) =>
        {
            await services.GetRequiredService<RetentionHandler>().ProposeAsync(act, cancel);
            await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
            foreach (var run in await db.Set<RetentionRun>().Where(r => r.State == RetentionState.Proposed || r.State == RetentionState.Approved).ToListAsync(cancel))
            {
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{run.Id}\t{run.State}\t{run.Matters}"));
            }
            return Exit.Done;
        }, cancel));
        return command;
    }

    private static Command Approve()
    {
        var list = new Option<long>("--list") { Description = "Number of the list", Required = true };
        var by = new Option<string>("--as") { Description = "Your name, kept as the one who approved", Required = true };
        var command = new Command("approve", "Approve a proposed list") { list, by };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(by)!, async (services, act) =>
        {
            var outcome = await services.GetRequiredService<RetentionHandler>().HandleAsync(new DecideRetention(parsed.GetValue(list), true, null), act, cancel);
            if (outcome.IsRefused(out var refusal, out _))
            {
                await Console.Error.WriteLineAsync($"error: {refusal.Code}\nhint: zhuoluo retention propose");
                return Exit.Refused;
            }
            return Exit.Done;
        }, cancel));
        return command;
    }

    private static Command Run()
    {
        var command = new Command("run", "Work off what is approved; may be stopped and run again");
        command.SetAction((_, cancel) => RunAsync("retention-run", async (services, act) =>
        {
            var acts = services.GetRequiredService<ActFactory>();
            var erased = await services.GetRequiredService<RetentionHandler>().WorkOffAsync(() => acts.New(act.Who, Door.Command), cancel);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{erased} erased"));
            return Exit.Done;
        }, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string name, Func<IServiceProvider, Act, Task<int>> job, CancellationToken cancel)
    {
        var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), AppOptions.DefaultUrls, IsDemo: false);
        await DataRoom.MigrateAsync(options.Database, cancel);
        await using var services = App.BuildServices(options);
        return await job(services, services.GetRequiredService<ActFactory>().New(Actor.Operator(name), Door.Command));
    }
}
