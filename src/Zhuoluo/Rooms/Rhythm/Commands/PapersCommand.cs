using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Rhythm.Commands;

/// <summary>zhuoluo papers | papers draft KIND | papers export ID FILE: reports for a job that begins them and for who wants the file.</summary>
internal static class PapersCommand
{
    /// <param name="codeOf">Code of a place that the demonstration knows by a short name.</param>
    public static Command Create(Func<string, string?> codeOf)
    {
        var place = new Option<string?>("--place") { Description = "Code or name of the place: refused where the data are of another" };
        var period = new Option<string?>("--period") { Description = PaperPeriod.Written };
        var json = new Option<bool>("--json") { Description = "One object a paper" };
        var command = new Command("papers", "Bulletins, reports and reviews: id, state, kind, first and last day, number, title") { place, period, json, Draft(), Export() };
        command.SetAction((parsed, cancel) => RunAsync(services => ListPapers.RunAsync(
            services, parsed.GetValue(place) is { } named ? codeOf(named) ?? named : null, parsed.GetValue(period), parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel), cancel));
        return command;
    }

    private static Command Draft()
    {
        var kind = new Argument<BulletinKind>("KIND") { Description = "bulletin, weekly, monthly, special or review" };
        var unit = new Option<string>("--unit") { Description = "Code or name of the unit that issues it", Required = true };
        var period = new Option<string>("--period") { Description = PaperPeriod.Written, Required = true };
        var series = new Option<string?>("--series") { Description = "The office's code of its numbers; without it the last one of this kind" };
        var once = new Option<bool>("--once") { Description = "Where there is one of this kind, unit and period already, nothing is drafted: its id is printed" };
        var by = new Option<string>("--as") { Description = "Your name, kept as the one who drafted it and who then does not approve it", DefaultValueFactory = _ => "operator" };
        var command = new Command("draft", "Draft a paper from its template, counted now; prints its id") { kind, unit, period, series, once, by };
        command.SetAction((parsed, cancel) => RunAsync(services => DraftPaper.RunAsync(
            services, new PaperOrder(parsed.GetValue(kind), parsed.GetRequiredValue(unit), parsed.GetRequiredValue(period), parsed.GetValue(series), parsed.GetValue(once)),
            services.GetRequiredService<ActFactory>().New(Actor.Operator(parsed.GetValue(by)!), Door.Command), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel), cancel));
        return command;
    }

    private static Command Export()
    {
        var id = new Argument<long>("ID") { Description = "As the list prints it" };
        var file = new Argument<FileInfo>("FILE") { Description = "Ends in .docx, .xlsx (its figures and tables) or .html" };
        var site = new Option<string?>("--site") { Description = "Public address of this site, for the links of an .html; without it numbers are no links" };
        var command = new Command("export", "Write a paper to a file; a draft says on it that it is one") { id, file, site };
        command.SetAction((parsed, cancel) => RunAsync(services => ExportPaper.RunAsync(
            services, parsed.GetValue(id), parsed.GetRequiredValue(file).FullName, parsed.GetValue(site), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> job, CancellationToken cancel)
    {
        var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), AppOptions.DefaultUrls, IsDemo: false);
        await DataRoom.MigrateAsync(options.Database, cancel);
        await using var services = App.BuildServices(options);
        await services.GetRequiredService<Offices>().RefreshAsync(cancel);
        return await job(services);
    }
}
