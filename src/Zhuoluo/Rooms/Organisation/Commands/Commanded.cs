using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Organisation.Commands;

/// <summary>What the commands of this room share: the stated name, the services, and how a refusal is said.</summary>
internal static class Commanded
{
    public static Option<string> As() => new("--as") { Description = "Your name, kept as the one who did it", DefaultValueFactory = _ => "operator" };

    public static async Task<int> RunAsync(string name, Func<IServiceProvider, Act, Task<int>> job, CancellationToken cancel)
    {
        var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), AppOptions.DefaultUrls, IsDemo: false);
        await DataRoom.MigrateAsync(options.Database, cancel);
        await using var services = App.BuildServices(options);
        return await job(services, services.GetRequiredService<ActFactory>().New(Actor.Operator(name), Door.Command));
    }

    public static async Task<int> RefusedAsync(Refusal refusal)
    {
        await Console.Error.WriteLineAsync($"error: {refusal.Code}{(refusal.Field is { } field ? $" ({field})" : "")} {string.Join(' ', refusal.Arguments)}");
        return Exit.Refused;
    }

    public static async Task<Unit?> UnitAsync(IServiceProvider services, string word)
    {
        var offices = services.GetRequiredService<Offices>().Current;
        var found = offices.UnitByCode(word) is { } byCode ? [byCode] : offices.UnitsNamed(word);
        if (found.Count != 1)
        {
            await Console.Error.WriteLineAsync(found.Count == 0 ? $"error: no unit {word}\nhint: zhuoluo unit list" : $"error: {word} stands for {string.Join(", ", found.Select(u => u.Code))}");
        }
        return found.Count == 1 ? found[0] : null;
    }
}
