using System.CommandLine;
using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Proofs.Commands;

/// <summary>zhuoluo ledger: what operators do with the ledger (docs/ledger/operators.md).</summary>
internal static class LedgerCommands
{
    public static Command Create() => new("ledger", "Check, copy and recover the ledger, change its key")
    {
        Make("fsck", "Check every entry, tile and checkpoint; names each place that differs", CheckAsync),
        WithFolder("export", "Copy the published logs to a folder that any web server can serve, one folder a year", ExportAsync),
        WithFolder("import", "After a restored backup: take the entries that were lost from a copy of the newest year", ImportAsync),
        Make("keygen", "Make the key of the growing log where it has none yet, and print the public keys", KeysAsync),
        Make("rotate", "Let a second key sign beside the first; --end lets the first one go", RotateAsync, new Option<bool>("--end") { Description = "The older key signs no more" }),
    };

    private static Command Make(string name, string says, Func<Call, Task<int>> run, params Option[] options)
    {
        var command = new Command(name, says);
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
        command.SetAction((parsed, cancel) => WithServicesAsync(parsed, null, run, cancel));
        return command;
    }

    private static Command WithFolder(string name, string says, Func<Call, Task<int>> run)
    {
        var folder = new Argument<DirectoryInfo>("FOLDER");
        var command = new Command(name, says) { folder };
        command.SetAction((parsed, cancel) => WithServicesAsync(parsed, parsed.GetRequiredValue(folder).FullName, run, cancel));
        return command;
    }

    private static async Task<int> WithServicesAsync(ParseResult parsed, string? folder, Func<Call, Task<int>> run, CancellationToken cancel)
    {
        var database = AppOptions.DatabaseFromEnvironment();
        await DataRoom.MigrateAsync(database, cancel);
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: false));
        var isEnd = parsed.CommandResult.Command.Options.OfType<Option<bool>>().Any(o => o.Name == "--end" && parsed.GetValue(o));
        try
        {
            return await run(new Call(services, folder ?? "", isEnd, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        }
        catch (Exception fault) when (fault is LedgerStopException or MissingTileException or FormatException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"error: {fault.Message}");
            return Exit.Refused;
        }
    }

    internal static async Task<int> CheckAsync(Call call)
    {
        var found = 0;
        await foreach (var difference in call.Of<LogAudit>().RunAsync(null, call.Cancel))
        {
            found++;
            await call.Output.WriteLineAsync(difference);
        }
        var shards = await call.Of<PublishedLog>().AllAsync(call.Cancel);
        foreach (var shard in shards)
        {
            var size = await call.Of<PublishedLog>().SizeAsync(shard.Year, call.Cancel);
            await call.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{shard.Origin}\t{size} published"));
        }
        await call.Output.WriteLineAsync(found == 0 ? "ledger: whole" : string.Create(CultureInfo.InvariantCulture, $"ledger: {found} differences"));
        return found == 0 ? Exit.Done : Exit.Refused;
    }

    internal static async Task<int> ExportAsync(Call call)
    {
        var log = call.Of<PublishedLog>();
        foreach (var shard in await log.AllAsync(call.Cancel))
        {
            if (await log.CheckpointAsync(shard, call.Cancel) is not { } note)
            {
                continue;
            }
            var folder = Path.Combine(call.Folder, shard.Year.ToString(CultureInfo.InvariantCulture));
            var written = await LogCopy.RunAsync(log.Source(shard), new FolderStore(folder), note, call.Cancel);
            await call.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{shard.Origin}\t{written} files\t{folder}"));
        }
        return Exit.Done;
    }

    internal static async Task<int> ImportAsync(Call call)
    {
        var act = call.Of<ActFactory>().New(Actor.Operator("ledger"), Door.Command);
        var outcome = await call.Of<LogRecovery>().RunAsync(new FolderStore(call.Folder), act, call.Cancel);
        if (outcome.IsRefused(out var refusal, out var came))
        {
            return await call.RefusedAsync(refusal);
        }
        await call.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{came} entries came back"));
        return Exit.Done;
    }

    internal static async Task<int> KeysAsync(Call call)
    {
        await call.Of<Pump>().DrainAsync(call.Cancel);
        await call.Of<Pump>().PublishAsync(call.Cancel);
        var keys = await call.Of<PublishedLog>().KeysAsync(call.Cancel);
        foreach (var key in keys)
        {
            await call.Output.WriteLineAsync(key.Vkey);
        }
        if (keys.Count == 0)
        {
            await call.Notes.WriteLineAsync("hint: the key is made with the first entry; nothing has been written yet");
        }
        return Exit.Done;
    }

    internal static async Task<int> RotateAsync(Call call)
    {
        var act = call.Of<ActFactory>().New(Actor.Operator("ledger"), Door.Command);
        var rotation = call.Of<LogRotation>();
        var outcome = call.IsEnd ? await rotation.EndAsync(act, call.Cancel) : await rotation.BeginAsync(act, call.Cancel);
        if (outcome.IsRefused(out var refusal, out var vkey))
        {
            return await call.RefusedAsync(refusal);
        }
        await call.Of<Pump>().DrainAsync(call.Cancel);
        await call.Output.WriteLineAsync(vkey);
        return Exit.Done;
    }
}

/// <summary>One call of the command.</summary>
internal sealed record Call(IServiceProvider Services, string Folder, bool IsEnd, TextWriter Output, TextWriter Notes, CancellationToken Cancel)
{
    public T Of<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task<int> RefusedAsync(Refusal refusal)
    {
        await Notes.WriteLineAsync($"error: {refusal.Code}");
        return Exit.Refused;
    }
}
