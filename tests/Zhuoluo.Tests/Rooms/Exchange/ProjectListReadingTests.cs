using System.Globalization;
using System.Text.Json.Nodes;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>The messy project list of the sample county is read to the cell: what comes out is the whole of its manifest.</summary>
public sealed class ProjectListReadingTests
{
    private static readonly Lazy<ReadResult> _read = new(() => SampleDirectory.Read(
        ProjectSample.List, SampleDirectory.Load(ProjectSample.Reference), null, ProjectSample.Manifest["originalName"]!.GetValue<string>()));

    private static ReadResult Read => _read.Value;

    [Fact]
    public void Both_sheets_are_known_with_their_columns_and_the_day_of_the_list()
    {
        Assert.Equal(DateOnly.Parse(ProjectSample.Manifest["asOf"]!.GetValue<string>(), CultureInfo.InvariantCulture), Read.Survey.AsOf);
        Assert.Empty(Read.Survey.OtherSheets);
        Assert.Equal(["county", "township"], Read.Survey.Sheets.Select(Role));
        foreach (var sheet in Read.Survey.Sheets)
        {
            Assert.Equal(TableKind.Projects, sheet.Kind);
            Assert.Equal([3], sheet.HeaderRows);
            Assert.Equal(
                ProjectSample.Manifest["columns"]![Role(sheet)]!.AsObject().Select(c => $"{c.Key} {c.Value!["column"]}").Order(StringComparer.Ordinal),
                sheet.Columns.Select(c => $"{c.Key} {CellName.Column(c.Value)}").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_row_is_what_the_manifest_says() =>
        Assert.Equal(
            ProjectSample.Manifest["rows"]!["data"]!.AsArray().Select(row => Expected(row!.AsArray())),
            Read.Rows.Select(Found));

    [Fact]
    public void Refused_rows_copies_and_warnings_are_what_the_manifest_says()
    {
        var manifest = ProjectSample.Manifest;
        Assert.Equal(
            manifest["refused"]!.AsArray().SelectMany(row => row!["reasons"]!.AsArray().Select(reason => $"{row["sheet"]} {row["row"]} {reason!["code"]} {reason["cell"]} {reason["field"]}")),
            Read.Refused.SelectMany(row => row.Reasons.Select(reason => $"{row.Sheet} {row.Row} {reason.Code} {reason.Cell} {reason.Field}")));
        Assert.Equal(
            manifest["duplicates"]!["exact"]!.AsArray().SelectMany(group => group!["drop"]!.AsArray().Select(drop => $"{group["sheet"]} {group["keep"]} {drop}")),
            Read.Duplicates.Select(copy => $"{copy.Sheet} {copy.KeptRow} {copy.Row}"));
        Assert.Equal(
            manifest["warnings"]!.AsArray().Select(one => $"{one!["sheet"]} {one["cell"]} {one["code"]} {one["typed"]} {one["right"]}"),
            Read.Warnings.Select(one => $"{one.Sheet} {one.Cell} {one.Code} {one.Typed} {one.Right}"));
    }

    [Theory]
    [InlineData("2021年6月初", false, "2021-06-01")]
    [InlineData("12月底前", true, "2021-12-31")]
    [InlineData("2022.2", true, "2022-02-28")]
    [InlineData("2022.2", false, "2022-02-01")]
    [InlineData("2021年6月中旬", true, "2021-06-20")]
    [InlineData("2021年底前", true, "2021-12-31")]
    [InlineData("年底", true, "2021-12-31")]
    [InlineData("十一月底", true, "2021-11-30")]
    [InlineData("2021年13月", true, null)]
    [InlineData("2021年2月30日", true, null)]
    [InlineData("长期", true, null)]
    [InlineData("三年内", true, null)]
    public void A_month_is_its_first_day_for_a_start_and_its_last_for_an_end(string text, bool isEnd, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture), PlanDay.Read(Cell.OfText(text), text, 2021, isEnd));

    [Theory]
    [InlineData("FF92D050", CellHue.Green)]
    [InlineData("FF00B050", CellHue.Green)]
    [InlineData("FFFFFF00", CellHue.Yellow)]
    [InlineData("FFFFC000", CellHue.Yellow)]
    [InlineData("FFFF0000", CellHue.Red)]
    [InlineData("FFC00000", CellHue.Red)]
    [InlineData("FFD9D9D9", CellHue.None)]
    [InlineData("FF00B0F0", CellHue.None)]
    [InlineData("FFFFFFFF", CellHue.None)]
    [InlineData(null, CellHue.None)]
    internal void A_colour_is_one_of_three_lights_or_none(string? argb, CellHue hue) => Assert.Equal(hue, XlsxStyles.HueOf(argb, 0));

    private static string Role(SheetMapping sheet) => sheet.Columns.ContainsKey("owner") ? "township" : "county";

    private static string Expected(JsonArray row)
    {
        var targets = string.Join(",", row[6]!.AsArray().Select(t => $"{t![0]}{t[1]}"));
        var assist = string.Join(",", row[9]!.AsArray().Select(a => a!.ToString()));
        return $"{row[0]} {row[1]} {row[3]} {row[4]} {row[5]} [{targets}] {row[7]} {row[8]} [{assist}] {row[10]} {row[11]} {row[12]} {row[13]} {row[16]} {row[17]}";
    }

    private static string Found(Taken taken)
    {
        var row = (ProjectRow)taken.Entry;
        var targets = string.Join(",", row.Targets.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Value:0.######}{t.Unit}")));
        return string.Create(CultureInfo.InvariantCulture,
            $"{taken.Sheet} {taken.Row} {row.Owner} {row.Name} {row.Field} [{targets}] {row.Leader} {row.Lead} [{string.Join(",", row.Assist)}] {row.Money / 100} {row.Start:O} {row.Finish:O} {row.Percent:0.##} {row.Light} {row.TypedLight}");
    }
}

/// <summary>The sample list, its manifest, and the places and units against which it is read.</summary>
internal static class ProjectSample
{
    private static readonly Lazy<JsonNode> _manifest = new(() => JsonNode.Parse(File.ReadAllText(List + ".expect.json"))!);

    public static string List { get; } = Path.Combine(AppContext.BaseDirectory, "Samples", "projects.xlsx");

    public static string Reference { get; } = Path.Combine(AppContext.BaseDirectory, "catalog", "demo");

    public static JsonNode Manifest => _manifest.Value;
}
