using System.Globalization;
using System.Text.Json.Nodes;
using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>Small files of an invented county, with other headers and orders than the large samples, always at hand.</summary>
public sealed class SmallSampleTests
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Samples");
    private static readonly Lazy<OfficeDirectory> _directory = new(LoadDirectory);

    [Theory]
    [InlineData("visits.xlsx")]
    [InlineData("suggestions.csv")]
    [InlineData("duty.xlsx")]
    [InlineData("tickets.csv")]
    public void A_file_gives_what_is_expected_of_it(string file)
    {
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, file + ".expect.json")))!;
        var asOf = DateOnly.Parse(expected["asOf"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        var result = SampleDirectory.Read(
            Path.Combine(_folder, file), _directory.Value, file == "visits.xlsx" ? null : new ReadingOptions { AsOf = asOf });
        Assert.Equal(asOf, result.Survey.AsOf);
        Assert.Equal(List(expected["kinds"]), result.Survey.Sheets.Select(sheet => sheet.Kind.Code()));
        Assert.Equal(
            List(expected["refused"]),
            result.Refused.SelectMany(row => row.Reasons.Select(reason => $"{row.Sheet} {row.Row} {reason.Cell ?? "-"} {reason.Field ?? "-"} {reason.Code}")));
        Assert.Equal(List(expected["rows"]), result.Rows.Select(row => $"{row.Sheet} {row.Row} {Describe(row.Entry)}"));
        Assert.Equal(List(expected["duplicates"]), result.Duplicates.Select(copy => $"{copy.Sheet} {copy.KeptRow} {copy.Row}"));
        Assert.Equal(List(expected["warnings"]), result.Warnings.Select(warned => $"{warned.Sheet} {warned.Cell} {warned.Code} {warned.Typed} {warned.Right}"));
    }

    [Fact]
    public void The_directory_is_read_under_chinese_headers()
    {
        var directory = _directory.Value;
        Assert.Equal(7, directory.Places.Count);
        Assert.Equal(("990101100001", "community", "990101100"), directory.Places.Where(place => place.Name == "河口居委会").Select(place => (place.Code, place.Kind, place.Parent!)).Single());
        Assert.Equal(10, directory.Units.Count);
        Assert.Equal(["县水务局", "水务局", "水利局"], directory.Units[0].Aliases);
        Assert.Equal(["road", "water"], directory.Categories.Select(category => category.Code));
    }

    [Fact]
    public void A_near_right_unit_is_suggested()
    {
        var result = SampleDirectory.Read(Path.Combine(_folder, "visits.xlsx"), _directory.Value);
        Assert.Equal("青溪县林业局", result.Refused.Single(row => row.Row == 16).Reasons[0].Suggestion);
    }

    private static OfficeDirectory LoadDirectory()
    {
        var places = Rows<PlaceRow>("places.csv", TableKind.Places);
        var units = Rows<UnitRow>("units.xlsx", TableKind.Units);
        var categories = Rows<CategoryRow>("categories.csv", TableKind.Categories);
        return new OfficeDirectory(
            [.. places.Select(row => new DirectoryPlace(row.Code, row.Name, row.Kind, row.Parent, row.Aliases))],
            [.. units.Select(row => new DirectoryUnit(row.Code, row.Name, row.Aliases))],
            [.. categories.Select(row => new DirectoryCategory(row.Code, row.Name))]);
    }

    private static IEnumerable<T> Rows<T>(string file, TableKind kind) where T : ImportedRow
    {
        var result = SampleDirectory.Read(Path.Combine(_folder, file), OfficeDirectory.Empty, new ReadingOptions { Kinds = [kind] });
        Assert.Empty(result.Refused);
        return result.Rows.Select(row => (T)row.Entry);
    }

    private static IEnumerable<string> List(JsonNode? list) => list!.AsArray().Select(item => item!.GetValue<string>());

    private static string Describe(ImportedRow row) => row switch
    {
        VisitRow e => Join(e.Opened, e.Closed, e.State, e.Town, e.Village, e.Person, e.Phone, e.Unit, $"[{string.Join(',', e.Assist)}]", e.Text),
        SuggestionRow e => Join(e.Opened, e.Closed, e.State, e.From, e.Person, e.Phone, e.Unit, e.ChannelCode, e.Text),
        DutyShiftRow e => Join(e.Date, e.Half, e.Head, e.Unit, e.IsCancelled),
        DutyProblemRow e => Join(e.Opened, e.Closed, e.State, e.Head, e.Person, e.Phone, e.Unit, e.Text),
        TicketRow e => Join(e.Number, e.Opened, e.Limit ?? (object?)e.Deadline, e.Closed, e.State, e.TicketKind, e.Town, e.Person, e.Phone, e.Unit, e.Text),
        _ => row.ToString(),
    };

    private static string Join(params object?[] values) => string.Join(' ', values.Select(value => value switch
    {
        null => "-",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("s", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    }));
}
