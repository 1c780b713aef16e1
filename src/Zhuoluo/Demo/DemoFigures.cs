using System.CommandLine;
using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Demo.Promises;
using Zhuoluo.Language.Measuring;
using Zhuoluo.Language.Quantities;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Figures.Commands;
using Zhuoluo.Start;

namespace Zhuoluo.Demo;

/// <summary>zhuoluo demo figures FILE: makes every place in a folder of its own and compares what is counted with what was published.</summary>
internal static class DemoFigures
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "figures.csv: id, value, unit, qualifier, source_record of each published figure" };
        var place = new Option<string?>("--place") { Description = "One place only" };
        var command = new Command("figures", "Compare the figures of the demonstration places with the published ones") { file, place };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(file)!.FullName, parsed.GetValue(place), parsed.InvocationConfiguration.Output, cancel));
        return command;
    }

    /// <summary>The command without the shell; tests call it with one place.</summary>
    public static async Task<int> RunAsync(string path, string? place, TextWriter output, CancellationToken cancel)
    {
        var words = PromiseWords.Load();
        var expected = ExpectedFigure.Read(await File.ReadAllLinesAsync(path, cancel)).Where(e => !e.IsLabel).ToList();
        var (right, wrong, answered) = (0, 0, new HashSet<string>());
        foreach (var name in words.Places.Keys.Where(p => place is null || p == place))
        {
            foreach (var (one, value, holds) in Compare(await CountAsync(name, words, cancel), expected))
            {
                (right, wrong) = holds ? (right + 1, wrong) : (right, wrong + 1);
                answered.Add(one.Id);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{(holds ? "same   " : "DIFFERS")} {one.Id} {name,-9} {one.Qualifier,-9} {one.Value,14:0.##} {value.Value,14:0.##} {one.Unit,-3} {value.Definition.Key,-26} {value.Definition.Name}"));
            }
        }
        if (place is null)
        {
            await output.WriteLineAsync($"without a definition: {string.Join(' ', expected.Where(e => !answered.Contains(e.Id)).Select(e => e.Id))}");
        }
        await output.WriteLineAsync($"{right} same, {wrong} different, {expected.Count} published that are no labels");
        return wrong == 0 ? Exit.Done : Exit.Refused;
    }

    /// <summary>Each published figure that one of the values answers.</summary>
    public static IReadOnlyList<(ExpectedFigure Published, FigureValue Counted, bool Holds)> Compare(IEnumerable<FigureValue> values, IReadOnlyList<ExpectedFigure> published) =>
        [.. values.SelectMany(v => published.Where(e => v.Definition.Answers.Contains(e.Id)).Select(e => (e, v, v.Value is { } counted && Holds(e, counted) && e.Unit == v.Definition.Unit)))];

    /// <summary>Whether a count lies in what the published words allow (rules G3.2).</summary>
    private static bool Holds(ExpectedFigure published, decimal counted) => published.Qualifier switch
    {
        Qualifier.Over => counted > published.Value && counted < published.Value + Grain(published.Value),
        Qualifier.Nearly => counted <= published.Value && counted >= published.Value - Grain(published.Value),
        Qualifier.About => Math.Abs(counted - published.Value) * 20 <= published.Value,
        Qualifier.AtLeast => counted >= published.Value,
        Qualifier.AtMost => counted <= published.Value,
        _ => counted == published.Value,
    };

    // What the last digit that is no zero stands for.
    private static decimal Grain(decimal value)
    {
        var grain = 1m;
        while (value != 0 && value % (grain * 10) == 0)
        {
            grain *= 10;
        }
        return grain;
    }

    private static async Task<IReadOnlyList<FigureValue>> CountAsync(string place, PromiseWords words, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("zhuoluo-figures-");
        try
        {
            var database = new DatabaseOptions(folder.FullName, null);
            await DataRoom.MigrateAsync(database, cancel);
            await DemoCommand.MakeAsync(database, place, words, cancel);
            await using var services = App.BuildServices(new AppOptions(database, AppOptions.DefaultUrls, IsDemo: true));
            await services.GetRequiredService<Rooms.Organisation.Offices>().RefreshAsync(cancel);
            return await FiguresCommand.ValuesAsync(services, FigureScope.All, cancel);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
