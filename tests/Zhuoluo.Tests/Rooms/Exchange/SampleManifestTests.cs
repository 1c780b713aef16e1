using System.Globalization;
using System.Text.Json.Nodes;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>The large samples give exactly what their manifests say, row by row.</summary>
public sealed class SampleManifestTests
{
    private static readonly Lazy<OfficeDirectory> _directory = new(() => SampleDirectory.Load(SampleFolder.Of("reference")));

    [SampleFact]
    public void Visits_are_read_to_the_row()
    {
        var manifest = Manifest("01-visits");
        var result = Read("01-visits.xlsx", manifest);
        Assert.Equal(Rows(manifest, "rows", "category", "template"), result.Rows.Select(Describe));
        AssertCommon(manifest, result, "row");
        AssertTotals(manifest["totals"]!.AsObject(), result.Totals, "byCategory");
        Assert.Empty(result.Warnings);
        Assert.Equal(["填表说明", "选项"], result.Survey.OtherSheets);
        Assert.Equal([3, 4], result.Survey.Sheets[0].HeaderRows);
        AssertColumns(manifest["columns"]!.AsObject(), result.Survey.Sheets[0]);
        Assert.Contains(result.Survey.Sheets[0].Headers, header => header is { IsHidden: true, Field: null });
    }

    [SampleFact]
    public void Suggestions_in_gb18030_are_read_to_the_record() => AssertSuggestions("02-suggestions.gb18030.csv");

    [SampleFact]
    public void Suggestions_in_utf8_are_read_to_the_record() => AssertSuggestions("02-suggestions.utf8.csv");

    [SampleFact]
    public void Hall_duty_is_read_to_the_row()
    {
        var manifest = Manifest("03-hall-duty");
        var result = Read("03-hall-duty.xlsx", manifest);
        Assert.Equal(Rows(manifest, "shifts"), result.Rows.Where(row => row.Kind == TableKind.Shifts).Select(Describe));
        Assert.Equal(Rows(manifest, "rows"), result.Rows.Where(row => row.Kind == TableKind.Problems).Select(Describe));
        AssertCommon(manifest, result, "row");
        AssertTotals(manifest["totals"]!.AsObject(), result.Totals);
        var warning = Assert.Single(result.Warnings);
        Assert.Equal(("C45", "weekday_differs", "二", "四"), (warning.Cell, warning.Code, warning.Typed, warning.Right));
    }

    private static void AssertSuggestions(string file)
    {
        var manifest = Manifest("02-suggestions");
        var result = Read(file, manifest);
        Assert.Equal(Rows(manifest, "rows", "template"), result.Rows.Select(Describe));
        AssertCommon(manifest, result, "record");
        AssertTotals(manifest["totals"]!.AsObject(), result.Totals);
        Assert.Empty(result.Warnings);
    }

    private static JsonNode Manifest(string name) => JsonNode.Parse(File.ReadAllText(SampleFolder.Of(name + ".manifest.json")))!;

    private static ReadResult Read(string file, JsonNode manifest)
    {
        var result = SampleDirectory.Read(
            SampleFolder.Of(file),
            _directory.Value,
            new ReadingOptions { AsOf = DateOnly.Parse(manifest["asOf"]!.GetValue<string>(), CultureInfo.InvariantCulture) },
            manifest["originalName"]!.GetValue<string>());
        return result;
    }

    private static IEnumerable<string> Rows(JsonNode manifest, string key, params string[] without)
    {
        var names = manifest[key]!["names"]!.AsArray().Select(name => name!.GetValue<string>()).ToArray();
        foreach (var row in manifest[key]!["data"]!.AsArray())
        {
            yield return string.Join(" | ", names.Zip(row!.AsArray()).Where(pair => !without.Contains(pair.First)).Select(pair => pair.First + "=" + Show(pair.Second)));
        }
    }

    private static string Show(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(",", list.Select(item => item!.ToString())),
        _ => value.ToString(),
    };

    private static string Describe(Taken row) => row.Entry switch
    {
        VisitRow e => Line(
            ("sheet", row.Sheet), ("row", row.Row), ("opened", e.Opened), ("closed", e.Closed), ("state", e.State), ("town", e.Town),
            ("village", e.Village), ("secretary", e.Secretary), ("person", e.Person), ("phone", e.Phone), ("unit", e.Unit),
            ("assist", string.Join(",", e.Assist)), ("satisfaction", e.Satisfaction), ("textLength", Fold.Tight(e.Text).EnumerateRunes().Count()), ("textKey", Fold.TextKey(e.Text))),
        SuggestionRow e => Line(
            ("record", row.Row), ("line", row.Line), ("opened", e.Opened), ("closed", e.Closed), ("state", e.State), ("from", e.From),
            ("unit", e.Unit), ("person", e.Person), ("phone", e.Phone), ("channel", e.Channel), ("textLength", Fold.Tight(e.Text).EnumerateRunes().Count()), ("textKey", Fold.TextKey(e.Text))),
        DutyShiftRow e => Line(
            ("row", row.Row), ("date", e.Date), ("half", e.Half), ("head", e.Head), ("unit", e.Unit), ("cancelled", e.IsCancelled ? "true" : "false")),
        DutyProblemRow e => Line(
            ("row", row.Row), ("opened", e.Opened), ("closed", e.Closed), ("state", e.State), ("head", e.Head), ("person", e.Person),
            ("phone", e.Phone), ("unit", e.Unit), ("textLength", Fold.Tight(e.Text).EnumerateRunes().Count()), ("textKey", Fold.TextKey(e.Text))),
        _ => row.Entry.ToString(),
    };

    private static string Line(params (string Name, object? Value)[] fields) => string.Join(
        " | ",
        fields.Select(field => $"{field.Name}={(field.Value is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : field.Value)}"));

    private static void AssertCommon(JsonNode manifest, ReadResult result, string rowName)
    {
        var refused = manifest["refused"]!.AsArray().SelectMany(row => row!["reasons"]!.AsArray().Select(reason =>
            $"{row["sheet"]} {row[rowName]} {row["line"]} {reason!["code"]} {reason["cell"]} {reason["column"]} {reason["field"]}"));
        Assert.Equal(refused.Order(StringComparer.Ordinal), result.Refused.SelectMany(row => row.Reasons.Select(reason => rowName == "record"
            ? $" {row.Row} {row.Line} {reason.Code}  {reason.Column} {reason.Field}"
            : $"{row.Sheet} {row.Row}  {reason.Code} {reason.Cell}  {reason.Field}")).Order(StringComparer.Ordinal));
        Assert.Equal(
            manifest["duplicates"]!["exact"]!.AsArray().SelectMany(group => group!["drop"]!.AsArray().Select(drop => (RowOf(group["keep"]!), RowOf(drop!)))).Order(),
            result.Duplicates.Select(copy => (copy.KeptRow, copy.Row)).Order());
    }

    private static int RowOf(JsonNode place) => (place is JsonArray pair ? pair[1]! : place).GetValue<int>();

    private static void AssertTotals(JsonObject expected, Totals totals, params string[] without)
    {
        foreach (var (name, value) in expected.Where(pair => !without.Contains(pair.Key)))
        {
            if (value is JsonObject table)
            {
                Assert.Equal(
                    table.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{name} {pair.Key} {pair.Value}"),
                    totals.Tables[name].Select(pair => $"{name} {pair.Key} {pair.Value}"));
            }
            else
            {
                Assert.Equal($"{name} {value}", $"{name} {totals.Numbers[name]}");
            }
        }
    }

    private static void AssertColumns(JsonObject columns, SheetMapping mapping)
    {
        foreach (var (field, column) in columns)
        {
            Assert.Equal($"{field} {column!["column"]}", $"{field} {Zhuoluo.Rooms.Exchange.Tables.CellName.Column(mapping.Columns[field])}");
        }
    }
}
