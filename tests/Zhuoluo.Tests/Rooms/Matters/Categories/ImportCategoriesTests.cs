using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Categories;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Categories;

public sealed class ImportCategoriesTests
{
    [Theory, EachDatabase]
    public async Task The_starter_set_goes_in_once_and_matters_can_be_filed_under_it(Db db)
    {
        await using var house = await County.OpenAsync(db);

        var first = (await ImportAsync(house, StarterSet.Read())).Made();
        var second = (await ImportAsync(house, StarterSet.Read())).Made();

        Assert.Equal((StarterSet.Read().Count, 0), (first.Added, first.Changed));
        Assert.Equal(new CategoriesImported(0, 0), second);
        await County.RegisterAsync(house, County.Matter() with { CategoryCode = "event-06010" });
    }

    [Fact]
    public void Every_parent_of_the_starter_set_is_in_it_and_codes_are_unique()
    {
        var lines = StarterSet.Read();

        Assert.Equal(lines.Count, lines.Select(l => l.Code).Distinct().Count());
        Assert.All(lines.Where(l => l.ParentCode is not null), l => Assert.Contains(lines, p => p.Code == l.ParentCode));
        Assert.Equal(30, lines.Count(l => l.StandardCode is { Length: 5 }));
    }

    [Theory, EachDatabase]
    public async Task A_change_and_an_end_are_taken_over_and_a_bad_line_is_named(Db db)
    {
        await using var house = await County.OpenAsync(db);
        await ImportAsync(house, [new CategoryLine("lamp", "路灯", "county")]);

        var changed = (await ImportAsync(house, [new CategoryLine("lamp", "路灯照明", "county") { ValidTo = new DateOnly(2026, 2, 1) }])).Made();
        var refusal = (await ImportAsync(house, [new CategoryLine("road", "道路", "county"), new CategoryLine("13800001234", "电话", "county")])).Refused();

        Assert.Equal(new CategoriesImported(0, 1), changed);
        Assert.Equal(("unreadable-code", "Lines[1].Code"), (refusal.Code, refusal.Field));
        Assert.Equal("路灯照明", await house.ReadAsync(r => r.Set<Category>().Select(c => c.Name).SingleAsync()));
        var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => County.RegisterAsync(house, County.Matter() with { CategoryCode = "lamp" }));
        Assert.Contains("unknown-category", ended.Message, StringComparison.Ordinal);
    }

    private static Task<Outcome<CategoriesImported>> ImportAsync(TestHouse house, IReadOnlyList<CategoryLine> lines) =>
        house.Services.GetRequiredService<ImportCategoriesHandler>().HandleAsync(new ImportCategories(lines), house.System(), default);
}
