using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars.Import;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Calendars.Commands;

/// <summary>zhuoluo calendar import FILE.</summary>
internal static class CalendarCommand
{
    public static Command Create() => new("calendar", "Working days and holidays") { CreateImport() };

    private static Command CreateImport()
    {
        var file = new Argument<FileInfo>("file") { Description = "Holiday notice as JSON: {\"year\":2027,\"holidays\":{...},\"workdays\":{...}}" };
        var name = new Option<string>("--by") { Description = "Who imports", DefaultValueFactory = _ => "operator" };
        var command = new Command("import", "Take in the holiday notice of a year and compute open deadlines again") { file, name };
        command.SetAction((parsed, cancel) => ImportAsync(parsed.GetValue(file)!, parsed.GetValue(name)!, cancel));
        return command;
    }

    private static async Task<int> ImportAsync(FileInfo file, string name, CancellationToken cancel)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"error: no such file: {file.Name}");
            return Exit.Misuse;
        }
        var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), AppOptions.DefaultUrls, IsDemo: false);
        await DataRoom.MigrateAsync(options.Database, cancel);
        await using var services = App.BuildServices(options);
        var act = services.GetRequiredService<ActFactory>().New(Actor.Operator(name), Door.Command);
        var handler = services.GetRequiredService<ImportCalendarHandler>();
        var outcome = await handler.HandleAsync(new ImportCalendar(await File.ReadAllBytesAsync(file.FullName, cancel)), act, cancel);
        if (outcome.IsRefused(out var refusal, out var imported))
        {
            await Console.Error.WriteLineAsync($"error: {refusal.Code} {string.Join(' ', refusal.Arguments)}");
            return Exit.Refused;
        }
        await Console.Out.WriteLineAsync(
            $"imported: {string.Join(' ', imported.Years)}\nunchanged: {string.Join(' ', imported.Unchanged)}\ndeadlines moved: {imported.Moved}");
        return Exit.Done;
    }
}
