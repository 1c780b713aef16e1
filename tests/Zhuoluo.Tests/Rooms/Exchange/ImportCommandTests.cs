using System.Text.Json.Nodes;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Exchange.Commands;
using Zhuoluo.Start;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>The command in an empty folder, as a stranger uses it, against the manifests of the large samples.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zlimport");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [SampleFact]
    public async Task From_an_empty_folder_the_samples_give_their_manifests()
    {
        Assert.Equal(359, Number(await JsonAsync("reference/places.csv", "places", "吉安县"), "imported"));
        Assert.Equal(415, Number(await JsonAsync("reference/units.csv", "units"), "imported"));
        Assert.Equal(40, Number(await JsonAsync("reference/categories.csv", "categories"), "imported"));
        await GivesAsync("02-suggestions.utf8.csv", "02-suggestions", 784, 6);
        await GivesAsync("01-visits.xlsx", "01-visits", 13524, 129);
        await GivesAsync("03-hall-duty.xlsx", "03-hall-duty", 68 + 27, 1);
        var again = await JsonAsync("02-suggestions.gb18030.csv");
        Assert.Equal((0, 790), (Number(again, "imported"), Number(again, "duplicates")));
    }

    [Fact]
    public async Task A_missing_file_is_misuse_and_a_file_of_no_kind_is_refused()
    {
        var (code, _, notes) = await RunAsync(Path.Combine(_folder.FullName, "none.csv"), "", "360821");
        Assert.Equal(Exit.Misuse, code);
        Assert.Contains("no such file", notes, StringComparison.Ordinal);
        var poem = Path.Combine(_folder.FullName, "poem.csv");
        await File.WriteAllTextAsync(poem, "roses,are,red\r\nviolets,are,blue\r\n");
        (code, _, notes) = await RunAsync(poem, "", "360821");
        Assert.Equal(Exit.Refused, code);
        Assert.Contains("--as places", notes, StringComparison.Ordinal);
    }

    private async Task GivesAsync(string file, string name, int imported, int duplicates)
    {
        var json = await JsonAsync(file);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(SampleFolder.Of(name + ".manifest.json")))!;
        Assert.Equal((imported, duplicates), (Number(json, "imported"), Number(json, "duplicates")));
        foreach (var (key, value) in manifest["totals"]!.AsObject().Where(pair => pair.Key is not ("byCategory" or "refusedByReason")))
        {
            Assert.True(JsonNode.DeepEquals(value, json["totals"]![key]), $"{file}: totals.{key}");
        }
        var isCsv = file.EndsWith(".csv", StringComparison.Ordinal);
        var wanted = manifest["refused"]!.AsArray().SelectMany(row => row!["reasons"]!.AsArray().Select(reason =>
            isCsv ? $"{row["record"]} {row["line"]} {reason!["column"]} {reason["code"]}" : $"{row["sheet"]} {row["row"]} {reason!["cell"]} {reason["code"]}"));
        var given = json["refused"]!.AsArray().Select(row =>
            isCsv ? $"{row!["row"]} {row["line"]} {row["column"]} {row["reason"]}" : $"{row!["sheet"]} {row["row"]} {row["cell"]} {row["reason"]}");
        Assert.Equal(wanted.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    private async Task<JsonNode> JsonAsync(string file, string kind = "", string place = "360821")
    {
        var (code, output, notes) = await RunAsync(SampleFolder.Of(file), kind, place);
        Assert.True(code == Exit.Done, notes);
        return JsonNode.Parse(output)!;
    }

    private async Task<(int Code, string Output, string Notes)> RunAsync(string path, string kind, string place)
    {
        using var output = new StringWriter();
        using var notes = new StringWriter();
        var order = new ImportOrder(new FileInfo(path), place, kind, null, "test", IsJson: true, Refused: null);
        var code = await ImportCommand.RunAsync(order, new DatabaseOptions(_folder.FullName, null), output, notes, CancellationToken.None);
        return (code, output.ToString(), notes.ToString());
    }

    private static int Number(JsonNode json, string key) => json[key]!.GetValue<int>();
}
