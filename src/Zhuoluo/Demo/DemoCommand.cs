using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Demo.Promises;
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
    /// <summary>The default place, which all rooms are shown with.</summary>
    public const string Jian = "jian";

    public static Command Create()
    {
        var urls = ServeCommand.UrlsOption();
        var words = PromiseWords.Load();
        var place = new Option<string>("--place") { Description = "Which place: jian (all rooms), yongqing, jiaocheng, zhangzhou or dingzhou (their lists of promises)", DefaultValueFactory = _ => Jian };
        place.AcceptOnlyFromAmong([.. words.Places.Keys]);
        var command = new Command("demo", "Make an invented county in the current folder and serve it") { urls, place };
        command.SetAction(async (parsed, cancel) =>
        {
            var database = AppOptions.DatabaseFromEnvironment();
            await DataRoom.MigrateAsync(database, cancel);
            if (!await MakeAsync(database, parsed.GetValue(place)!, words, cancel))
            {
                await Console.Error.WriteLineAsync("error: this folder holds data that are no demonstration, or one whose making was interrupted");
                await Console.Error.WriteLineAsync("hint: run it in an empty folder, or serve what is here with: zhuoluo serve");
                return Exit.Refused;
            }
            return await ServeCommand.RunAsync(new AppOptions(database, parsed.GetValue(urls)!, IsDemo: true), address => Welcome.SayAsync(address, parsed.GetValue(place) == Jian ? DemoPeople.All : DemoPeople.Elsewhere("")), cancel);
        });
        command.Add(DemoFigures.Create());
        return command;
    }

    /// <summary>Code of a place by its short name; null for one that the demonstration does not know.</summary>
    internal static string? CodeOf(string place) => PromiseWords.Load().Places.GetValueOrDefault(place)?.Code;

    /// <summary>False when there is something in the database that we did not make.</summary>
    internal static Task<bool> MakeAsync(DatabaseOptions database, CancellationToken cancel) => MakeAsync(database, Jian, PromiseWords.Load(), cancel);

    internal static async Task<bool> MakeAsync(DatabaseOptions database, string place, PromiseWords words, CancellationToken cancel)
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
        await (place == Jian
            ? new DemoMaker(services, clock, now, words).MakeAsync(cancel)
            : new DemoElsewhere(services, clock, now, words, words.Places[place]).MakeAsync(cancel));
        return true;
    }
}
