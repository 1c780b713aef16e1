using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Start;

namespace Zhuoluo.Demo;

/// <summary>
/// zhuoluo demo: makes the demonstration county in the current folder when it is empty, and serves it. Through the same handlers as
/// everybody, at the times that the invented story tells.
/// </summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var urls = ServeCommand.UrlsOption();
        var command = new Command("demo", "Make an invented county in the current folder and serve it") { urls };
        command.SetAction(async (parsed, cancel) =>
        {
            var database = AppOptions.DatabaseFromEnvironment();
            await DataRoom.MigrateAsync(database, cancel);
            if (!await MakeAsync(database, cancel))
            {
                await Console.Error.WriteLineAsync("error: this folder holds data that are no demonstration, or one whose making was interrupted");
                await Console.Error.WriteLineAsync("hint: run it in an empty folder, or serve what is here with: zhuoluo serve");
                return Exit.Refused;
            }
            return await ServeCommand.RunAsync(new AppOptions(database, parsed.GetValue(urls)!, IsDemo: true), Welcome.SayAsync, cancel);
        });
        return command;
    }

    /// <summary>False when there is something in the database that we did not make.</summary>
    internal static async Task<bool> MakeAsync(DatabaseOptions database, CancellationToken cancel)
    {
        var now = new ActFactory(TimeProvider.System, new IdSource(0), Chance.System).Now;
        var clock = new DemoClock(now);
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: true), s => s.AddSingleton<TimeProvider>(clock));
        var reads = services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>();
        await using (var db = await reads.CreateDbContextAsync(cancel))
        {
            if (await db.Set<Person>().AnyAsync(cancel))
            {
                return await db.Set<Person>().AnyAsync(p => p.LoginName == DemoPeople.MarkLogin, cancel);
            }
        }
        await new DemoMaker(services, clock, now).MakeAsync(cancel);
        return true;
    }
}
