using System.CommandLine;
using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language.Checks;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Reports.Check;
using Zhuoluo.Shell;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Reports.Commands;

/// <summary>zhuoluo check FILE: what a draft says in numbers, and where it contradicts itself. Needs no data unless a place is given, and writes none.</summary>
internal static class CheckCommand
{
    /// <summary>A file at the terminal may be longer than one on a page.</summary>
    private const int LongestText = 8_000_000;

    /// <param name="codeOf">Code of a place that the demonstration knows by a short name.</param>
    public static Command Create(Func<string, string?> codeOf)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "A .txt (UTF-8 or GB18030) or .docx", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Every quantity as JSON, with its place in the text" };
        var place = new Option<string?>("--place") { Description = "Hold it against the figures of the records too; the data here must be of this place (code or name)" };
        var period = new Option<string?>("--period") { Description = "For which figures are counted: 2021, 2021-03 or 2021-01-01..2021-06-30" };
        var quality = new Option<DirectoryInfo?>("--quality") { Description = "Instead of a file: a folder with figures.csv and the texts that it names; prints how well they are read" };
        var command = new Command("check", "Hold the numbers of a draft against each other") { file, json, place, period, quality };
        command.SetAction((parsed, _) => (parsed.GetValue(quality), parsed.GetValue(file)) switch
        {
            ({ } folder, null) => QualityTable.RunAsync(folder.FullName, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error),
            (null, { } draft) => RunAsync(draft.FullName, parsed.GetValue(json), parsed.GetValue(place) is { } named ? codeOf(named) ?? named : null, parsed.GetValue(period), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error),
            _ => MisusedAsync(parsed.InvocationConfiguration.Error),
        });
        return command;
    }

    /// <summary>The command without the shell; tests call it.</summary>
    public static Task<int> RunAsync(string path, bool isJson, TextWriter output, TextWriter notes) => RunAsync(path, isJson, null, null, output, notes);

    private static async Task<int> RunAsync(string path, bool isJson, string? place, string? period, TextWriter output, TextWriter notes)
    {
        if (!File.Exists(path))
        {
            await notes.WriteLineAsync($"error: {Path.GetFileName(path)}: no such file");
            return Exit.Misuse;
        }
        if (DraftFile.Read(await File.ReadAllBytesAsync(path), LongestText).IsRefused(out var refusal, out var draft))
        {
            await notes.WriteLineAsync($"error: {Path.GetFileName(path)}: {Plain(refusal)}");
            return Exit.Refused;
        }
        var texts = Texts.Load(Path.Combine(AppContext.BaseDirectory, "Shell", "Text"));
        if (FigureScope.Period(period).IsRefused(out _, out var scope))
        {
            await notes.WriteLineAsync("error: give the period as 2021, 2021-03 or 2021-01-01..2021-06-30");
            return Exit.Misuse;
        }
        IFigureBook? book = null;
        if (place is not null && (book = await BookAsync(place, scope)) is null)
        {
            await notes.WriteLineAsync($"error: the data here are not of {place}");
            return Exit.Misuse;
        }
        var result = DraftCheck.Run(draft, book);
        await (isJson ? output.WriteLineAsync(QuantityTold.Json(result, texts)) : TellAsync(result, texts, output));
        return Exit.Done;
    }

    // Null where the data of this folder are of another place.
    private static async Task<IFigureBook?> BookAsync(string place, FigureScope scope)
    {
        var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), AppOptions.DefaultUrls, IsDemo: false);
        await DataRoom.MigrateAsync(options.Database, CancellationToken.None);
        await using var services = App.BuildServices(options);
        var offices = services.GetRequiredService<Offices>();
        await offices.RefreshAsync(CancellationToken.None);
        return offices.Current.IsOf(place) ? await services.GetRequiredService<HouseFigures>().ReadAsync(scope, services.GetRequiredService<ActFactory>().Now, CancellationToken.None) : null;
    }

    private static async Task TellAsync(CheckedText result, Texts texts, TextWriter output)
    {
        var rows = result.Quantities.Select((q, i) => (Told: q, Index: i)).OrderBy(r => r.Told.Verdict).ThenBy(r => r.Index);
        foreach (var (told, index) in rows.Where(r => CheckWords.IsMarked(r.Told, r.Index)))
        {
            var verdict = CheckWords.Tone(told.Verdict) == "plain" ? texts["reports.remark"] : CheckWords.Of(told.Verdict, texts);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{told.Quantity.Start,7}  {verdict}  {told.Quantity.Raw}  {CheckWords.Why(told, index, result, texts)}"));
        }
        var marked = result.Quantities.Where(CheckWords.IsMarked).Count();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{result.Quantities.Count(q => q.Quantity.IsClaim)} figures, {marked} to look at, {result.Findings.Count(f => f.Reason == Reason.Holds)} relations hold, {result.Quantities.Count(q => !q.Quantity.IsClaim)} names, dates and codes"));
    }

    private static string Plain(Refusal refusal) => refusal switch
    {
        NoDraft => "there is no text in it",
        DraftTooLong { Limit: var limit } => string.Create(CultureInfo.InvariantCulture, $"longer than {limit} characters. Split it"),
        _ => "neither text nor .docx. Save it as one of them",
    };

    private static async Task<int> MisusedAsync(TextWriter notes)
    {
        await notes.WriteLineAsync("error: give a file, or --quality FOLDER, not both");
        return Exit.Misuse;
    }
}
