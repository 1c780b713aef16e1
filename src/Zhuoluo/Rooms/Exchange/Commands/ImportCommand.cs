using System.CommandLine;
using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Shell;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Exchange.Commands;

/// <summary>zhuoluo import FILE --place P: brings an office's file into the data of the current folder, as the operator.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An .xlsx or .csv file (UTF-8 or GB18030), or the folder or .zip of a whole export" };
        var place = new Option<string>("--place") { Description = "The county (or town) it belongs to: code or name; not for a whole export", DefaultValueFactory = _ => "" };
        var kind = new Option<string>("--as") { Description = "What the rows are: visits, suggestions, hall-duty, tickets, projects, places, units, categories. Recognised from the headers when not given", DefaultValueFactory = _ => "" };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON" };
        var asOf = new Option<string?>("--as-of") { Description = "The day of the list, yyyy-MM-dd; else taken from its title or name" };
        var by = new Option<string>("--by") { Description = "Who does it, for the records", DefaultValueFactory = _ => "import" };
        var refused = new Option<FileInfo?>("--refused") { Description = "Write the refused rows here, to correct and import again" };
        kind.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { Length: > 0 } word && TableKindNames.Of(word).Count == 0)
            {
                result.AddError($"--as {word}: no such kind");
            }
        });
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } word && Day(word) is null)
            {
                result.AddError($"--as-of {word}: not a day such as 2021-12-31");
            }
        });
        var command = new Command("import", "Import an office's file; rows that are there already change nothing") { file, place, kind, json, asOf, by, refused };
        command.SetAction((parsed, cancel) =>
        {
            if (MoveInCommand.IsExport(parsed.GetRequiredValue(file).FullName))
            {
                return MoveInCommand.RunAsync(
                    parsed.GetRequiredValue(file).FullName, Environment.GetEnvironmentVariable(ExportCommand.PassphraseVariable), parsed.GetValue(by)!,
                    AppOptions.DatabaseFromEnvironment(), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel);
            }
            var order = new ImportOrder(
                parsed.GetRequiredValue(file), parsed.GetValue(place)!, parsed.GetValue(kind)!, parsed.GetValue(asOf) is { } day ? Day(day) : null,
                parsed.GetValue(by)!, parsed.GetValue(json), parsed.GetValue(refused));
            return RunAsync(order, AppOptions.DatabaseFromEnvironment(), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel);
        });
        return command;
    }

    /// <summary>The command without the shell; tests call it.</summary>
    public static async Task<int> RunAsync(ImportOrder order, DatabaseOptions database, TextWriter output, TextWriter notes, CancellationToken cancel)
    {
        if (!order.File.Exists)
        {
            await notes.WriteLineAsync($"{order.File.Name}: no such file");
            return Exit.Misuse;
        }
        await DataRoom.MigrateAsync(database, cancel);
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: false));
        var act = services.GetRequiredService<ActFactory>().New(Actor.Operator(order.By), Door.Command);
        var import = new ImportFile(order.File.FullName, order.Place, order.Kind, order.AsOf)
        {
            RefusedPath = order.Refused?.FullName,
            Say = Texts.Load(Path.Combine(AppContext.BaseDirectory, "Shell", "Text")).Say,
        };
        var outcome = await services.GetRequiredService<ImportFileHandler>().HandleAsync(import, act, order.IsJson ? null : new Told(notes), cancel);
        await services.GetRequiredService<Pump>().DrainAsync(cancel);
        if (outcome.IsRefused(out var refusal, out var report))
        {
            await notes.WriteLineAsync($"{order.File.Name}: {Plain.Text(refusal)}");
            return Exit.Refused;
        }
        await (order.IsJson ? output.WriteLineAsync(ReportJson.Write(report)) : Plain.SummaryAsync(report, output));
        return Exit.Done;
    }

    private static DateOnly? Day(string word) =>
        DateOnly.TryParseExact(word, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed class Told(TextWriter notes) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => notes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Rows} / {value.Total}"));
    }
}

/// <summary>What was asked on the command line.</summary>
internal sealed record ImportOrder(FileInfo File, string Place, string Kind, DateOnly? AsOf, string By, bool IsJson, FileInfo? Refused);
