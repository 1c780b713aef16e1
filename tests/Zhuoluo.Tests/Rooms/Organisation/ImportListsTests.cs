using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class ImportListsTests
{
    private static readonly PlaceLine[] _places =
    [
        new("360821100001", "梨山居委会", "community", "360821100", ["梨山社区", "梨山", "梨山"]),
        new("360821100", "敦厚镇", "town", "", ["敦厚"]),
        new("360821", "吉安县", "county", null, []),
        new("36082", "太短", "town", null, []),
        new("360821101", "", "town", null, []),
        new("360821102", "横江镇", "galaxy", null, []),
        new("360821103", "固江镇", "town", "999999", []),
        new("360821100", "敦厚镇", "town", "", []),
    ];

    private static readonly UnitLine[] _units =
    [
        new("360821100001", "敦厚镇梨山居委会", "village", "360821100", []),
        new("360821100", "敦厚镇人民政府", "town", "", ["敦厚镇", "敦厚镇政府"]),
        new("360821-12", "吉安县财政局", "department", "", ["县财政局", "财政局"]),
        new("360821-13", "=坏", "department", "", []),
        new("360821-14", "无主", "department", "360821-99", []),
    ];

    [Theory, EachDatabase]
    public async Task Imports_places_in_any_order_and_refuses_line_by_line(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);

        var first = await PlacesAsync(house, _places);
        var again = await PlacesAsync(house, _places);
        await house.DrainAsync();

        Assert.Equal((3, 0, 0), (first.Added, first.Changed, first.Unchanged));
        Assert.Equal(
            [(3, "bad_code"), (4, "missing_name"), (5, "unknown_kind"), (6, "unknown_parent"), (7, "duplicate_code")],
            first.Refused.Select(r => (r.Line, r.Reason)));
        Assert.Equal((0, 0, 3), (again.Added, again.Changed, again.Unchanged));
        var offices = Given.Offices(house);
        Assert.Equal("360821", offices.Place("360821100")!.ParentCode);
        Assert.Equal("梨山居委会", offices.PlacesNamed("梨山").Single().Name);
        Assert.Equal(3, (await Given.EntriesAsync(house)).Count);
    }

    [Theory, EachDatabase]
    public async Task Keeps_the_former_name_of_a_renamed_place_as_another_name(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await PlacesAsync(house, _places);

        var changed = await PlacesAsync(house, [new("360821100", "敦厚街道", "street", "360821", [])]);

        Assert.Equal((0, 1), (changed.Added, changed.Changed));
        Assert.Equal("敦厚街道", Given.Offices(house).PlacesNamed("敦厚镇").Single().Name);
    }

    [Theory, EachDatabase]
    public async Task Imports_units_under_their_parents_and_the_county(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        var county = await Given.CountyAsync(house);
        await PlacesAsync(house, _places);

        var first = await UnitsAsync(house, _units);
        var again = await UnitsAsync(house, _units);

        Assert.Equal((3, 0, 0), (first.Added, first.Changed, first.Unchanged));
        Assert.Equal([(3, "formula"), (4, "unknown_parent")], first.Refused.Select(r => (r.Line, r.Reason)));
        Assert.Equal((0, 0, 3), (again.Added, again.Changed, again.Unchanged));
        var offices = Given.Offices(house);
        var village = offices.UnitByCode("360821100001")!;
        var town = offices.UnitsNamed("敦厚镇政府").Single();
        Assert.Equal($"/{county}/{town.Id}/{village.Id}/", village.Path);
        Assert.Equal("360821100001", village.PlaceCode);
        Assert.Equal("360821", offices.UnitByCode("360821-12")!.PlaceCode);
        Assert.Equal(["吉安县", "敦厚镇人民政府"], offices.Above(village).Select(u => u.Name));
        Assert.Equal(2, offices.Subtree(town).Count());
    }

    [Theory, EachDatabase]
    public async Task Moving_a_unit_moves_all_below_it(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await Given.CountyAsync(house);
        await UnitsAsync(house, _units);

        await UnitsAsync(house, [new("360821100", "敦厚镇人民政府", "town", "360821-12", [])]);
        var circle = await UnitsAsync(house, [new("360821-12", "吉安县财政局", "department", "360821100001", [])]);

        var offices = Given.Offices(house);
        Assert.StartsWith(offices.UnitByCode("360821-12")!.Path, offices.UnitByCode("360821100001")!.Path, StringComparison.Ordinal);
        Assert.Equal("circle", circle.Refused.Single().Reason);
    }

    [Theory, EachDatabase]
    public async Task Imports_people_by_login_name_with_their_roles(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await Given.CountyAsync(house);
        await UnitsAsync(house, _units);
        PersonLine[] lines =
        [
            new("li.na", "李娜", "财政局", "承办人", "139000000002"),
            new("li.na", "李娜", "财政局", "unitHead"),
            new("zhou", "周强", "没有这个局", "handler"),
            new("wu", "吴敏", "财政局", "system"),
            new("坏 名", "吴敏", "财政局", "clerk"),
        ];

        var first = await PeopleAsync(house, lines);
        var again = await PeopleAsync(house, lines);

        Assert.Equal((1, 1), (first.Added, first.Changed));
        Assert.Equal([(2, "unknown_unit"), (3, "unknown_role"), (4, "bad_login_name")], first.Refused.Select(r => (r.Line, r.Reason)));
        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
        Assert.Equal(2, await house.ReadAsync(r => r.Set<RoleAssignment>().CountAsync()));
        var person = await house.ReadAsync(r => r.Set<Person>().SingleAsync());
        Assert.DoesNotContain("139000000002", System.Text.Encoding.UTF8.GetString(person.PhoneSealed!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_villages_of_one_name_apart_by_their_town()
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);
        await Given.CountyAsync(house);
        var towns = Enumerable.Range(100, 19).ToList();
        PlaceLine[] places = [.. towns.Select(t => new PlaceLine($"360821{t}", $"{t}镇", "town", "360821", [])), .. towns.SelectMany(t => Enumerable.Range(200, 18).Select(v => new PlaceLine($"360821{t}{v}", $"{t}镇{v}村", "village", $"360821{t}", [$"{v}村"])))];
        await PlacesAsync(house, places);

        Assert.Equal(19, Given.Offices(house).Towns("360821").Count());
        Assert.Equal(18, Given.Offices(house).PlacesWithin("360821105").Count());
        Assert.Equal(19, Given.Offices(house).PlacesNamed("205村").Count);
        Assert.Single(Given.Offices(house).PlacesNamed("205村", "360821107"));
    }

    [Theory]
    [InlineData("敦厚镇", "敦厚镇")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" @x", "' @x")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    public void A_cell_is_never_a_formula(string value, string cell) => Assert.Equal(cell, CsvText.Cell(value));

    private static async Task<ListImported> PlacesAsync(TestHouse house, IReadOnlyList<PlaceLine> lines) =>
        Given.Value(await house.Services.GetRequiredService<ImportPlacesHandler>().HandleAsync(new ImportPlaces(lines), house.System(), default));

    private static async Task<ListImported> UnitsAsync(TestHouse house, IReadOnlyList<UnitLine> lines) =>
        Given.Value(await house.Services.GetRequiredService<ImportUnitsHandler>().HandleAsync(new ImportUnits(lines), house.System(), default));

    private static async Task<ListImported> PeopleAsync(TestHouse house, IReadOnlyList<PersonLine> lines) =>
        Given.Value(await house.Services.GetRequiredService<ImportPeopleHandler>().HandleAsync(new ImportPeople(lines), house.System(), default));
}
