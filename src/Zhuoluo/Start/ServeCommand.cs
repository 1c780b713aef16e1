using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Start;

/// <summary>zhuoluo serve: brings the database up to date and answers until it is stopped.</summary>
internal static class ServeCommand
{
    public static Option<string> UrlsOption() => new("--urls") { Description = "Addresses to listen on, separated by semicolons", DefaultValueFactory = _ => AppOptions.DefaultUrls };

    public static Command Create()
    {
        var urls = UrlsOption();
        var command = new Command("serve", "Serve the pages and the API from the data in the current folder") { urls };
        command.SetAction(async (parsed, cancel) =>
        {
            var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), parsed.GetValue(urls)!, IsDemo: false) { Budgets = Budgets.FromEnvironment() };
            await DataRoom.MigrateAsync(options.Database, cancel);
            return await RunAsync(options, address => Console.Out.WriteLineAsync($"Zhuoluo serves {address}"), cancel);
        });
        return command;
    }

    /// <summary>Serves until it is told to stop; <paramref name="welcome"/> says so when it answers.</summary>
    public static async Task<int> RunAsync(AppOptions options, Func<string, Task> welcome, CancellationToken cancel)
    {
        await using var app = App.Build(options);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken)
        {
            await Console.Error.WriteLineAsync($"error: {taken.Message}");
            await Console.Error.WriteLineAsync("hint: choose another address with --urls http://127.0.0.1:PORT");
            return Exit.Refused;
        }
        await welcome(string.Join(' ', app.Urls));
        if (await OrganisationRoom.FirstRunCodeAsync(app.Services, cancel) is { } code)
        {
            await Console.Out.WriteLineAsync($"Nobody can sign in yet. Open the page and make the first administrator with this code, valid once: {code}");
        }
        await app.WaitForShutdownAsync(cancel);
        return Exit.Done;
    }
}
