using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>Reads places, units and categories the way an office imports them, and gives them as the directory of other files.</summary>
internal static class SampleDirectory
{
    public static ImportWords Words { get; } = ImportWords.LoadShipped();

    public static OfficeDirectory Load(string folder)
    {
        var places = Rows<PlaceRow>(folder, "places.csv", TableKind.Places);
        var units = Rows<UnitRow>(folder, "units.csv", TableKind.Units);
        var categories = Rows<CategoryRow>(folder, "categories.csv", TableKind.Categories);
        return new OfficeDirectory(
            [.. places.Select(row => new DirectoryPlace(row.Code, row.Name, row.Kind, row.Parent, row.Aliases))],
            [.. units.Select(row => new DirectoryUnit(row.Code, row.Name, row.Aliases))],
            [.. categories.Select(row => new DirectoryCategory(row.Code, row.Name))]);
    }

    public static ReadResult Read(string path, OfficeDirectory directory, ReadingOptions? options = null, string? name = null)
    {
        using var file = TableFile.Open(File.OpenRead(path), name ?? Path.GetFileName(path));
        return new TableReading(file, directory, Words, options ?? new ReadingOptions()).ReadAll();
    }

    private static List<T> Rows<T>(string folder, string file, TableKind kind) where T : ImportedRow
    {
        var result = Read(Path.Combine(folder, file), OfficeDirectory.Empty);
        Assert.Equal(kind, Assert.Single(result.Survey.Sheets).Kind);
        // Windows of a hall are units of the demonstration, but of no office's list.
        Assert.All(result.Refused, row => Assert.Equal("unknown_kind", Assert.Single(row.Reasons).Code));
        return [.. result.Rows.Select(row => (T)row.Entry)];
    }
}
