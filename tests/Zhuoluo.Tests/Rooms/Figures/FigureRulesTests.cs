using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Figures.Defining;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Figures;

public sealed class FigureRulesTests
{
    [Fact]
    public async Task Every_shipped_definition_counts_something_and_every_equation_has_its_figures()
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);
        var sources = house.Services.GetRequiredService<FigureSources>();
        foreach (var place in ShippedFigures.All.Select(f => f.Place).OfType<string>().Distinct())
        {
            var shelf = new FigureShelf([.. ShippedFigures.All.Where(f => f.Place is null || f.Place == place)]);
            Assert.All(shelf.All, f => Assert.Null(FigureRules.Check(f, shelf, sources)));
            Assert.Equal(shelf.All.Count, shelf.All.Select(f => f.Key).Distinct().Count());
        }
        var keys = ShippedFigures.All.Select(f => f.Key).ToHashSet();
        Assert.All(ShippedFigures.Checks, e => Assert.All(e.Left.Concat(e.Right), k => Assert.Contains(k, keys)));
        Assert.Equal(ShippedFigures.All.SelectMany(f => f.Answers).Count(), ShippedFigures.All.SelectMany(f => f.Answers).Distinct().Count());
    }

    [Theory]
    [InlineData("matters", "outcome=solved", null, null, "Count", null)]
    [InlineData("matters", "colour=red", null, null, "Count", "unknown-condition")]
    [InlineData("matters", "outcome=fine", null, null, "Count", "unknown-condition-word")]
    [InlineData("cows", "", null, null, "Count", "unknown-value")]
    [InlineData("matters", "", "someday", null, "Count", "unknown-value")]
    [InlineData("visits", "", "on", "households", "Sum", null)]
    [InlineData("visits", "", "on", "visitors", "Sum", "unknown-value")]
    [InlineData("visits", "", "on", "visitors", "Distinct", null)]
    [InlineData("visits", "", "on", "households", "Count", "unknown-value")]
    public async Task A_condition_a_day_or_an_amount_that_a_source_does_not_know_is_refused_by_name(string source, string where, string? day, string? amount, string measure, string? code)
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);
        var figure = new FigureDefinition
        {
            Key = "own.figure",
            Name = "数",
            Unit = "件",
            Measure = Enum.Parse<FigureMeasure>(measure),
            Source = source,
            Day = day,
            Amount = amount,
            Where = where.Length == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { [where.Split('=')[0]] = where.Split('=')[1] },
        };
        Assert.Equal(code, FigureRules.Check(figure, new FigureShelf([]), house.Services.GetRequiredService<FigureSources>())?.Code);
    }

    [Theory]
    [InlineData("Total", "people times", "人", "units-differ")]
    [InlineData("Total", "people people2", "人", null)]
    [InlineData("Total", "people people2", "人次", "units-differ")]
    [InlineData("Total", "people share", "人", "rate-in-figure")]
    [InlineData("Total", "people none", "人", "unknown-figure")]
    [InlineData("Total", "people own", "人", "figure-of-itself")]
    [InlineData("Rate", "people", "%", "rate-needs-two")]
    [InlineData("Rate", "people times", "%", "units-differ")]
    [InlineData("Rate", "people people2", "%", null)]
    [InlineData("Rate", "people people2", "人", "unknown-value")]
    public void People_and_person_times_never_add_and_rates_are_made_of_two(string measure, string of, string unit, string? code)
    {
        FigureDefinition Counted(string key, string its) => new() { Key = "test." + key, Name = key, Unit = its, Measure = FigureMeasure.External };
        var shelf = new FigureShelf(
        [
            Counted("people", "人"), Counted("people2", "人"), Counted("times", "人次"),
            new() { Key = "test.share", Name = "share", Unit = "%", Measure = FigureMeasure.Rate, Of = ["test.people", "test.people2"] },
        ]);
        var figure = new FigureDefinition { Key = "test.own", Name = "own", Unit = unit, Measure = Enum.Parse<FigureMeasure>(measure), Of = [.. of.Split(' ').Select(k => "test." + k)] };
        Assert.Equal(code, FigureRules.Check(figure, new FigureShelf([.. shelf.All, figure]), new FigureSources([]))?.Code);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31", "2025-01-01", "2025-03-31")]
    [InlineData("2024-02-01", "2024-02-29", "2024-01-01", "2024-01-31", "2023-02-01", "2023-02-28")]
    [InlineData("2026-03-02", "2026-03-08", "2026-02-23", "2026-03-01", "2025-03-02", "2025-03-08")]
    public void The_period_before_is_as_long_and_the_year_before_has_the_same_days(string from, string to, string beforeFrom, string beforeTo, string yearFrom, string yearTo)
    {
        var scope = new FigureScope { From = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), To = DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal((beforeFrom, beforeTo), (FigureScope.Written(scope.Before().From), FigureScope.Written(scope.Before().To)));
        Assert.Equal((yearFrom, yearTo), (FigureScope.Written(scope.YearBefore().From), FigureScope.Written(scope.YearBefore().To)));
    }
}
