using System.Text.Json.Serialization;
using Zhuoluo.Foundation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Organisation.Lists;

/// <summary>
/// GET /api/v1/places and /api/v1/units: what is public knowledge anyway, for everybody. /organisation/*.csv: the same for a
/// spreadsheet, in the columns that the import reads.
/// </summary>
internal static class PublicLists
{
    private static readonly string[] _columns = ["code", "name", "kind", "parent", "aliases"];

    public static void Map(WebApplication app)
    {
        app.MapGet("/api/v1/places", (HttpContext context, Offices offices) => Tagged.Json(context, offices.Current.Places.Select(p => PlaceOf(p, offices.Current)))).Open().ForAnySite()
            .Tells("listPlaces", "Organisation", "All places with their national codes").Gives<IReadOnlyList<Listed>>();
        app.MapGet("/api/v1/units", (HttpContext context, Offices offices) => Tagged.Json(context, offices.Current.Units.Select(u => UnitOf(u, offices.Current)))).Open().ForAnySite()
            .Tells("listUnits", "Organisation", "All units").Gives<IReadOnlyList<Listed>>();
        app.MapGet("/organisation/places.csv", (Offices offices) => Csv("places", offices.Current.Places.Select(p => PlaceOf(p, offices.Current)))).Needs(Capability.SeeOrganisation);
        app.MapGet("/organisation/units.csv", (Offices offices) => Csv("units", offices.Current.Units.Select(u => UnitOf(u, offices.Current)))).Needs(Capability.SeeOrganisation);
        app.MapGet("/organisation/people.csv", PeopleList.AnswerAsync).Needs(Capability.ManagePeople);
    }

    private static Listed PlaceOf(Place p, OfficesSnapshot offices) =>
        new(p.Code, p.Name, Word(p.Kind), p.ParentCode, [.. offices.AliasesOf(p)], Since(p.ValidFrom), p.ValidTo, p.SuccessorCode);

    private static Listed UnitOf(Unit u, OfficesSnapshot offices) => new(
        u.Code, u.Name, Word(u.Kind), u.ParentId is { } parent ? offices.Unit(parent)!.Code : null, [.. offices.AliasesOf(u)], Since(u.ValidFrom), u.ValidTo, null);

    private static IResult Csv(string name, IEnumerable<Listed> rows) => Results.File(
        CsvText.Of(_columns, rows.Select(r => (string[])[r.Code, r.Name, r.Kind, r.Parent ?? "", string.Join(';', r.Aliases)])), CsvText.ContentType, name + ".csv");

    private static string Word<T>(T kind)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static DateOnly? Since(DateOnly from) => from == Place.Always ? null : from;

    internal sealed record Listed(
        string Code, string Name, string Kind, string? Parent, IReadOnlyList<string> Aliases,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? ValidFrom,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? ValidTo,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Successor);
}
