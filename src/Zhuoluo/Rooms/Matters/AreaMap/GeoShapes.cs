using System.Text.Json;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.AreaMap;

/// <summary>One town's outline.</summary>
/// <param name="Code">Its code or, where the file has none, empty.</param>
/// <param name="Name">Its name or empty.</param>
/// <param name="Rings">Longitude and latitude in degrees.</param>
internal sealed record GeoShape(string Code, string Name, IReadOnlyList<IReadOnlyList<(double Lon, double Lat)>> Rings);

/// <summary>Reads a GeoJSON FeatureCollection of polygons (RFC 7946). Whatever else stands in the file is not kept.</summary>
internal static class GeoShapes
{
    private const int MostFeatures = 500;
    private const int MostPoints = 100_000;
    private static readonly string[] _codes = ["code", "adcode", "town_code", "id"];
    private static readonly string[] _names = ["name", "NAME", "名称"];

    public static Outcome<IReadOnlyList<GeoShape>> Read(string json)
    {
        try
        {
            using var file = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            if (file.RootElement.ValueKind != JsonValueKind.Object || !file.RootElement.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            {
                return new NotAMap();
            }
            var points = 0;
            var shapes = new List<GeoShape>();
            foreach (var feature in features.EnumerateArray())
            {
                var rings = RingsOf(feature.GetProperty("geometry"));
                points += rings.Sum(r => r.Count);
                if (shapes.Count == MostFeatures || points > MostPoints || rings.SelectMany(r => r).Any(p => Math.Abs(p.Lon) > 180 || Math.Abs(p.Lat) > 90))
                {
                    return new NotAMap();
                }
                var has = feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object;
                shapes.Add(new GeoShape(has ? Text(properties, _codes) : "", has ? Text(properties, _names) : "", rings));
            }
            return shapes.Count == 0 ? new NotAMap() : Outcome.Of<IReadOnlyList<GeoShape>>(shapes);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return new NotAMap();
        }
    }

    private static List<IReadOnlyList<(double Lon, double Lat)>> RingsOf(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [.. coordinates.EnumerateArray().Select(Ring)],
            "MultiPolygon" => [.. coordinates.EnumerateArray().SelectMany(p => p.EnumerateArray()).Select(Ring)],
            _ => throw new FormatException("Neither polygon nor polygons."),
        };
    }

    private static IReadOnlyList<(double Lon, double Lat)> Ring(JsonElement ring) => [.. ring.EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble()))];

    private static string Text(JsonElement properties, string[] keys)
    {
        foreach (var key in keys)
        {
            if (properties.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                return value.ToString();
            }
        }
        return "";
    }
}

internal sealed record NotAMap() : Refusal("not-a-map")
{
    public override string? Field => "File";
}

internal sealed record NoTownOnMap() : Refusal("no-town-on-map")
{
    public override string? Field => "File";
}
