using System.CommandLine;
using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Export;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Exchange.Commands;

/// <summary>zhuoluo export --out FOLDER: everything that the county owns, as files that "zhuoluo import FOLDER" brings into an empty house.</summary>
internal static class ExportCommand
{
    /// <summary>Not on the command line: other users of the machine can read that.</summary>
    public const string PassphraseVariable = "ZHUOLUO_PASSPHRASE";

    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--out") { Description = "An empty or new folder", Required = true };
        var format = new Option<ExportFormat>("--format") { Description = "jsonl, csv or xlsx", DefaultValueFactory = _ => ExportFormat.Jsonl };
        var move = new Option<bool>("--move") { Description = $"The whole house, with accounts, sealed contacts and ledger, under the passphrase in {PassphraseVariable}" };
        var personal = new Option<bool>("--with-personal-data") { Description = "With names and texts in the clear; needs --reason" };
        var reason = new Option<string?>("--reason") { Description = "Why personal data go out" };
        var by = new Option<string>("--by") { Description = "Who does it, for the records", DefaultValueFactory = _ => "export" };
        var list = new Option<string?>("--list") { Description = "Only this list of projects, by its code, as one table (xlsx or csv) that \"zhuoluo import\" reads" };
        var command = new Command("export", "Write everything that the county owns as files; without personal data unless asked for") { folder, format, move, personal, reason, by, list };
        command.SetAction((parsed, cancel) =>
        {
            if (parsed.GetValue(list) is { } code)
            {
                return ListAsync(code, parsed.GetValue(format) != ExportFormat.Csv, parsed.GetRequiredValue(folder).FullName, AppOptions.DatabaseFromEnvironment(), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel);
            }
            var content = parsed.GetValue(move) ? ExportContent.Move : parsed.GetValue(personal) ? ExportContent.Personal : ExportContent.Office;
            var order = new ExportOrder(content, parsed.GetValue(format), parsed.GetValue(reason), Environment.GetEnvironmentVariable(PassphraseVariable));
            return RunAsync(order, parsed.GetRequiredValue(folder).FullName, parsed.GetValue(by)!, AppOptions.DatabaseFromEnvironment(), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel);
        });
        return command;
    }

    private static async Task<int> ListAsync(string code, bool isBook, string folder, DatabaseOptions database, TextWriter output, TextWriter notes, CancellationToken cancel)
    {
        await DataRoom.MigrateAsync(database, cancel);
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: false));
        await services.GetRequiredService<Organisation.Offices>().RefreshAsync(cancel);
        var today = LocalDay.Of(services.GetRequiredService<ActFactory>().Now);
        if (await services.GetRequiredService<ProjectListFile>().MakeAsync(code, isBook, today, cancel) is not { } bytes)
        {
            await notes.WriteLineAsync($"error: no list has the code {code}");
            return Exit.Refused;
        }
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, code + (isBook ? ".xlsx" : ".csv"));
        await File.WriteAllBytesAsync(path, bytes, cancel);
        await output.WriteLineAsync(path);
        return Exit.Done;
    }

    /// <summary>The command without the shell; tests call it.</summary>
    public static async Task<int> RunAsync(ExportOrder order, string folder, string by, DatabaseOptions database, TextWriter output, TextWriter notes, CancellationToken cancel)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            await notes.WriteLineAsync("error: " + Plain.Text(new FolderNotEmpty()));
            return Exit.Refused;
        }
        await DataRoom.MigrateAsync(database, cancel);
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: false));
        var act = services.GetRequiredService<ActFactory>().New(Actor.Operator(by), Door.Command, order.Reason);
        Directory.CreateDirectory(folder);
        var outcome = await services.GetRequiredService<ExportMaker>().MakeAsync(order, folder, act, async (rows, total) =>
        {
            await notes.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rows} / {total}"));
            return true;
        }, cancel);
        if (outcome.IsRefused(out var refusal, out var manifest))
        {
            await notes.WriteLineAsync("error: " + Plain.Text(refusal));
            return Exit.Refused;
        }
        await services.GetRequiredService<Pump>().DrainAsync(cancel);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{manifest.Rows} rows of {manifest.Tables.Count} tables in {folder}"));
        return Exit.Done;
    }
}
