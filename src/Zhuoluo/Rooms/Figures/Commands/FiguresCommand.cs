using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures.Api;
using Zhuoluo.Rooms.Figures.Reconciling;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Figures.Commands;

/// <summary>zhuoluo figures [--place P] [--from DAY --to DAY] [--json] | figures check: what the figures of this house come to, and whether their sums agree.</summary>
internal static class FiguresCommand
{
    private static readonly JsonSerializerOptions _readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    /// <param name="codeOf">Code of a place that the demonstration knows by a short name.</param>
    public static Command Create(Func<string, string?> codeOf)
    {
        var place = new Option<string?>("--place") { Description = "Code or name of the place: refused where the data are of another" };
        var from = new Option<string?>("--from") { Description = "First day, 2026-01-01" };
        var to = new Option<string?>("--to") { Description = "Last day" };
        var json = new Option<bool>("--json") { Description = "One object a figure: id, key, name, value, unit, records" };
        var command = new Command("figures", "What the figures come to") { place, from, to, json };
        command.SetAction((parsed, cancel) => RunAsync(AppOptions.DatabaseFromEnvironment(), parsed.GetValue(place) is { } named ? codeOf(named) ?? named : null, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        var check = new Command("check", "Hold sums that must be equal against each other now; exit code 1 when one is not");
        check.SetAction((parsed, cancel) => CheckAsync(parsed.InvocationConfiguration.Output, cancel));
        command.Add(check);
        return command;
    }

    /// <summary>The command without the shell; tests call it.</summary>
    public static async Task<int> RunAsync(DatabaseOptions database, string? place, string? from, string? to, bool isJson, TextWriter output, TextWriter notes, CancellationToken cancel)
    {
        await DataRoom.MigrateAsync(database, cancel);
        await using var services = App.BuildServices(new AppOptions(database, AppOptions.DefaultUrls, IsDemo: false));
        var offices = services.GetRequiredService<Offices>();
        await offices.RefreshAsync(cancel);
        if (place is not null && !offices.Current.IsOf(place))
        {
            await notes.WriteLineAsync($"error: the data here are not of {place}. Places: {string.Join(", ", offices.Current.Places.Where(p => p.Code.Length == 6).Select(p => $"{p.Code} {p.Name}"))}");
            return Exit.Misuse;
        }
        if (FigureScope.Read(null, null, from, to, offices.Current).IsRefused(out _, out var scope))
        {
            await notes.WriteLineAsync("error: give days as 2026-01-31, the first not after the last");
            return Exit.Misuse;
        }
        var values = await ValuesAsync(services, scope, cancel);
        if (isJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(values.SelectMany(FigureLine.All), _readable));
            return Exit.Done;
        }
        foreach (var value in values)
        {
            await output.WriteLineAsync($"{string.Join(' ', value.Definition.Answers),-8} {value.Definition.Key,-36} {FigureNumber.Of(value),16} {value.Definition.Unit,-4} {value.Definition.Name}");
        }
        return Exit.Done;
    }

    public static async Task<IReadOnlyList<FigureValue>> ValuesAsync(IServiceProvider services, FigureScope scope, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        var shelf = await services.GetRequiredService<FigureBook>().ReadAsync(db, cancel);
        var (counter, now) = (services.GetRequiredService<FigureCounter>(), new FigureMoment(services.GetRequiredService<ActFactory>().Now));
        List<FigureValue> values = [];
        foreach (var figure in shelf.Offered)
        {
            values.Add(await counter.CountAsync(db, figure, shelf, scope, now, cancel));
        }
        return values;
    }

    private static async Task<int> CheckAsync(TextWriter output, CancellationToken cancel)
    {
        var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), AppOptions.DefaultUrls, IsDemo: false);
        await DataRoom.MigrateAsync(options.Database, cancel);
        await using var services = App.BuildServices(options);
        await services.GetRequiredService<Offices>().RefreshAsync(cancel);
        var outcome = await services.GetRequiredService<ReconcileHandler>().HandleAsync(services.GetRequiredService<ActFactory>().New(Actor.Operator("figures-check"), Door.Command), cancel);
        var failed = outcome.Match(f => f, _ => -1);
        await services.GetRequiredService<Pump>().DrainAsync(cancel);
        await output.WriteLineAsync($"{failed} sums disagree");
        return failed == 0 ? Exit.Done : Exit.Refused;
    }
}
