using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Matters.Windows;

/// <summary>zhuoluo windows list | issue.</summary>
internal static class WindowsCommand
{
    public static Command Create() => new("windows", "Codes by which people say what they think of a window") { List(), Issue() };

    private static Command List()
    {
        var command = new Command("list", "Code, edition and name of every window, one a line, separated by tabs; edition 0 where it has none");
        command.SetAction((_, cancel) => RunAsync("windows-list", async (services, act) =>
        {
            foreach (var row in await services.GetRequiredService<WindowList>().ReadAsync(LocalDay.Of(act.At), cancel))
            {
                await Console.Out.WriteLineAsync($"{row.Window.Code}\t{row.Code?.Edition ?? 0}\t{row.Window.Name}");
            }
            return Exit.Done;
        }, cancel));
        return command;
    }

    private static Command Issue()
    {
        var unit = new Option<string?>("--unit") { Description = "Code of one window, whose present code is replaced; without it every window that has none gets one" };
        var by = new Option<string>("--as") { Description = "Your name, kept as the one who did it", DefaultValueFactory = _ => "operator" };
        var command = new Command("issue", "Give windows a code") { unit, by };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(by)!, async (services, act) =>
        {
            var windows = await services.GetRequiredService<WindowList>().ReadAsync(LocalDay.Of(act.At), cancel);
            var asked = parsed.GetValue(unit) is { } code ? windows.Where(w => w.Window.Code == code) : windows.Where(w => w.Code is null);
            var outcome = await services.GetRequiredService<IssueWindowCodesHandler>().HandleAsync(new IssueWindowCodes([.. asked.Select(w => w.Window.Id)]), act, cancel);
            if (outcome.IsRefused(out var refusal, out var made))
            {
                await Console.Error.WriteLineAsync($"error: {refusal.Code}\nhint: zhuoluo windows list");
                return Exit.Refused;
            }
            await Console.Out.WriteLineAsync($"{made.Count} made");
            return Exit.Done;
        }, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string name, Func<IServiceProvider, Act, Task<int>> job, CancellationToken cancel)
    {
        var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), AppOptions.DefaultUrls, IsDemo: false);
        await DataRoom.MigrateAsync(options.Database, cancel);
        await using var services = App.BuildServices(options);
        await using var scope = services.CreateAsyncScope();
        return await job(scope.ServiceProvider, services.GetRequiredService<ActFactory>().New(Actor.Operator(name), Door.Command));
    }
}
