using System.Globalization;
using CsvHelper;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.AreaMap;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Demo;

/// <summary>Places, units and categories of catalog/demo.</summary>
internal sealed class DemoCounty(DemoTools tools)
{
    /// <summary>Category → words for units, filled when the categories are read.</summary>
    public static Dictionary<string, string[]> UsualUnits { get; } = Read("categories.csv").ToDictionary(r => r["code"], r => r["usual_units"].Split(';'));

    public async Task MakeAsync(CancellationToken cancel)
    {
        var act = tools.Operator();
        DemoTools.Must(await tools.Get<SetUpCountyHandler>().HandleAsync(new SetUpCounty(DemoPeople.County, Read("places.csv")[0]["name"]), act, cancel));
        DemoTools.Must(await tools.Get<ImportPlacesHandler>().HandleAsync(
            new ImportPlaces([.. Read("places.csv").Select(r => new PlaceLine(r["code"], r["name"], r["kind"], Blank(r["parent"]), Several(r["aliases"])))]), act, cancel));
        DemoTools.Must(await tools.Get<ImportUnitsHandler>().HandleAsync(
            new ImportUnits([.. Read("units.csv").Select(r => new UnitLine(r["code"], r["name"], r["kind"], Blank(r["parent"]), Several(r["aliases"])))]), act, cancel));
        DemoTools.Must(await tools.Get<ImportCategoriesHandler>().HandleAsync(
            new ImportCategories([.. Read("categories.csv").Select(r => new CategoryLine(r["code"], r["name"], "county") { UsualUnits = r["usual_units"] })]), act, cancel));
        await tools.Get<Offices>().RefreshAsync(cancel);
        // Not the outlines of any place: drawn by a program, and shown as a sketch.
        DemoTools.Must(await tools.Get<KeepMapHandler>().HandleAsync(new KeepMap(
            "乡镇轮廓，程序绘制", null, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "map-sketch.geojson"), cancel)), act, cancel));
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private static string[] Several(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static List<Dictionary<string, string>> Read(string file)
    {
        using var reader = new CsvReader(new StreamReader(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", file)), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(reader.HeaderRecord!.ToDictionary(h => h, h => reader.GetField(h) ?? ""));
        }
        return rows;
    }
}
